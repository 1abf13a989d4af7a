import { day } from '../text/durations.ts';
import { refreshTokenLifeDays } from '../text/values/consent-date.ts';
import type { Grant } from './grant.ts';

/** Days before expiry from which it is time to renew. */
export const warnDays = 30;

/**
 * When a refresh token expires: 180 days after consent. Both times are epoch milliseconds.
 * @see https://developer.spotify.com/blog/2026-06-18-refresh-token-expiration
 */
export function refreshTokenEnd(authorizedAt: number): number {
  return authorizedAt + refreshTokenLifeDays * day;
}

/** The fields of a `TokenSet`. Times are epoch milliseconds. */
export interface TokenSetFields {
  /** How the tokens were obtained; undefined for a refresh token from elsewhere. */
  readonly grant?: Grant | undefined;
  readonly accessToken: string;
  /** Undefined if the grant gives none (`temporary`, `client_credentials`) or the answer had none. */
  readonly refreshToken?: string | undefined;
  /** The granted scopes; undefined if the answer did not say. */
  readonly scopes?: readonly string[] | undefined;
  /** The requested scopes. Default: empty, which also means unknown. */
  readonly askedScopes?: readonly string[] | undefined;
  /** When consent was given; undefined if unknown, or if there was no consent (`client_credentials`). */
  readonly authorizedAt?: number | undefined;
  /** When the request for these tokens was sent; the lifetime of the access token counts from it. */
  readonly obtainedAt: number;
  /** Undefined if the answer had no plausible lifetime. */
  readonly accessTokenExpiresAt?: number | undefined;
  /** True if a refresh returned another refresh token: save it, the old one may not work any more. Default: false. */
  readonly rotated?: boolean | undefined;
}

/**
 * Tokens and what is known about them. Printed, logged, put into a string or turned into JSON it shows no token: read
 * `accessToken` or `refreshToken` to get one. Times are epoch milliseconds.
 */
export class TokenSet {
  readonly grant: Grant | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly askedScopes: readonly string[];
  readonly authorizedAt: number | undefined;
  readonly obtainedAt: number;
  readonly accessTokenExpiresAt: number | undefined;
  /** 180 days after consent; undefined without a refresh token or a date of consent. */
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
    const canExpire = fields.refreshToken !== undefined && fields.authorizedAt !== undefined;
    this.refreshTokenExpiresAt = canExpire ? refreshTokenEnd(fields.authorizedAt) : undefined;
  }

  get accessToken(): string {
    return this.#accessToken;
  }

  get refreshToken(): string | undefined {
    return this.#refreshToken;
  }

  /** True if the grant gives a refresh token but the answer had none (`refresh_token_missing`). */
  get lacksRefreshToken(): boolean {
    const isExpected = this.grant === 'authorization_code' || this.grant === 'authorization_code_pkce';
    return isExpected && this.#refreshToken === undefined;
  }

  /** All fields, with `[redacted]` in place of each token. */
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
