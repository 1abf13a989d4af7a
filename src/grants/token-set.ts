import type { Grant } from './grant.ts';

const day = 24 * 60 * 60 * 1000;

/** Days that a refresh token lives after consent; refreshing does not prolong it. Counted as 180, since Spotify says six months. */
export const refreshTokenLifeDays = 180;

/** Days before the end from which it is time to renew. */
export const warnDays = 30;

/**
 * When a refresh token dies: 180 days after consent. Both epoch milliseconds.
 * @see https://developer.spotify.com/blog/2026-06-18-refresh-token-expiration
 */
export function refreshTokenEnd(authorizedAt: number): number {
  return authorizedAt + refreshTokenLifeDays * day;
}

/** What a `TokenSet` is made of; all times epoch milliseconds. */
export interface TokenSetFields {
  /** How it was got; undefined for a refresh token that came from elsewhere. */
  readonly grant?: Grant | undefined;
  readonly accessToken: string;
  /** Undefined where none is due (`temporary`, `client_credentials`) and where a due one did not come. */
  readonly refreshToken?: string | undefined;
  /** The scopes granted; undefined when the answer did not say. */
  readonly scopes?: readonly string[] | undefined;
  /** The scopes asked for; empty when not known. */
  readonly askedScopes?: readonly string[] | undefined;
  /** When consent was given; undefined when not known, or when nobody was asked (`client_credentials`). */
  readonly authorizedAt?: number | undefined;
  /** When the request for these tokens was sent, from which the hour counts. */
  readonly obtainedAt: number;
  /** Undefined when the answer gave no lifetime that can be believed. */
  readonly accessTokenExpiresAt?: number | undefined;
  /** True when a refresh brought another refresh token: keep that one, the old one may be dead. Default: false. */
  readonly rotated?: boolean | undefined;
}

/**
 * Tokens with their facts. It shows no token when printed, logged, put into a string, or turned into JSON:
 * whoever wants a token reads `accessToken` or `refreshToken` by name.
 */
export class TokenSet {
  readonly grant: Grant | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly askedScopes: readonly string[];
  readonly authorizedAt: number | undefined;
  readonly obtainedAt: number;
  readonly accessTokenExpiresAt: number | undefined;
  /** 180 days after consent; undefined without a refresh token or without the date of consent. */
  readonly refreshTokenExpiresAt: number | undefined;
  readonly rotated: boolean;
  readonly #accessToken: string;
  readonly #refreshToken: string | undefined;

  constructor(fields: TokenSetFields) {
    this.grant = fields.grant;
    this.scopes = fields.scopes;
    this.askedScopes = fields.askedScopes ?? [];
    this.authorizedAt = fields.authorizedAt;
    this.obtainedAt = fields.obtainedAt;
    this.accessTokenExpiresAt = fields.accessTokenExpiresAt;
    this.rotated = fields.rotated ?? false;
    this.#accessToken = fields.accessToken;
    this.#refreshToken = fields.refreshToken;
    const ends = fields.refreshToken !== undefined && fields.authorizedAt !== undefined;
    this.refreshTokenExpiresAt = ends ? refreshTokenEnd(fields.authorizedAt) : undefined;
  }

  get accessToken(): string {
    return this.#accessToken;
  }

  get refreshToken(): string | undefined {
    return this.#refreshToken;
  }

  /** True when the grant should have brought a refresh token and none came (`refresh_token_missing`). */
  get lacksRefreshToken(): boolean {
    const isDue = this.grant === 'authorization_code' || this.grant === 'authorization_code_pkce';
    return isDue && this.#refreshToken === undefined;
  }

  /** The facts, with `[redacted]` in place of each token. */
  toJSON(): object {
    const redacted = '[redacted]';
    return { ...this, accessToken: redacted, refreshToken: this.#refreshToken === undefined ? undefined : redacted };
  }

  toString(): string {
    return `TokenSet ${JSON.stringify(this)}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
