import type { App } from './apps.ts';
import type { EmulatorClock } from './clock.ts';
import { randomToken, type RandomBytes } from './random.ts';

/** An authorization code, until it is exchanged. */
export interface AuthorizationCode {
  readonly clientId: string;
  readonly listenerId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly codeChallenge: string | undefined;
  readonly consentGivenAt: number;
  readonly expiresAt: number;
  used: boolean;
}

/** All refresh tokens that descend from one code. */
export interface TokenFamily {
  readonly clientId: string;
  readonly listenerId: string;
  readonly scopes: readonly string[];
  readonly consentGivenAt: number;
  /** Issued with the client secret: then it cannot be refreshed with only the client ID. */
  readonly boundToSecret: boolean;
  revoked: boolean;
}

export interface IssuedRefreshToken {
  readonly family: TokenFamily;
  spent: boolean;
}

export interface IssuedAccessToken {
  readonly clientId: string;
  /** Undefined for a client credentials token, which has no user. */
  readonly listenerId: string | undefined;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  revoked: boolean;
}

/** How long a code can be exchanged, in milliseconds. */
export const codeLifetime = 600_000;
/** How long an access token is valid, in milliseconds. */
export const accessTokenLifetime = 3_600_000;

/** How many of each kind are kept: enough for practice, and a limit for load tests. */
const most = 20_000;

function keepNewest<T>(map: Map<string, T>, value: string, what: T): string {
  map.set(value, what);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}

/** Every code and token that this emulator issued, and its state. */
export class Ledger {
  readonly codes = new Map<string, AuthorizationCode>();
  readonly refreshTokens = new Map<string, IssuedRefreshToken>();
  readonly accessTokens = new Map<string, IssuedAccessToken>();
  readonly #clock: EmulatorClock;
  readonly #random: RandomBytes;

  constructor(clock: EmulatorClock, random: RandomBytes) {
    this.#clock = clock;
    this.#random = random;
  }

  issueCode(code: Omit<AuthorizationCode, 'expiresAt' | 'used'>): string {
    const value = randomToken(this.#random, 'AQ', 156);
    return keepNewest(this.codes, value, { ...code, expiresAt: this.#clock.now() + codeLifetime, used: false });
  }

  issueAccessToken(app: App, listenerId: string | undefined, scopes: readonly string[]): string {
    const value = randomToken(this.#random, 'BQ', 156);
    const expiresAt = this.#clock.now() + accessTokenLifetime;
    const { clientId } = app;
    return keepNewest(this.accessTokens, value, { clientId, listenerId, scopes, expiresAt, revoked: false });
  }

  issueRefreshToken(family: TokenFamily): string {
    const value = randomToken(this.#random, 'AQ', 97);
    return keepNewest(this.refreshTokens, value, { family, spent: false });
  }

  /** The listener removed the app: its refresh tokens for that listener stop working. */
  revokeAll(clientId: string, listenerId: string): number {
    const families = new Set([...this.refreshTokens.values()].map(({ family }) => family));
    const concerned = [...families].filter((f) => f.clientId === clientId && f.listenerId === listenerId && !f.revoked);
    for (const family of concerned) family.revoked = true;
    return concerned.length;
  }

  /** Revokes one token of either kind. False if this emulator did not issue it. */
  revoke(token: string): boolean {
    const refreshToken = this.refreshTokens.get(token);
    const accessToken = this.accessTokens.get(token);
    if (refreshToken) refreshToken.family.revoked = true;
    if (accessToken) accessToken.revoked = true;
    return refreshToken !== undefined || accessToken !== undefined;
  }

  clear(): void {
    for (const map of [this.codes, this.refreshTokens, this.accessTokens]) map.clear();
  }
}
