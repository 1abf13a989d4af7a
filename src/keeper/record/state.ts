import type { ConsentGrant } from '../../grants/grant.ts';
import type { ErrorCode } from '../../errors/error-table.ts';

/**
 * How a kept token stands.
 *
 * - `live`: nothing to do. `expiring`: the same, with fewer than 30 days left. `unknown`: it works, but nobody knows
 *   when consent was given, so nobody knows its end.
 * - `suspect`: Spotify refused it before its six months were over. It is kept and tried again at `nextTryAt`.
 * - `in_doubt`: an answer that may have carried the next token never came. A person decides (`renew`).
 * - `expired`: Spotify refused it after its six months. A person must consent again.
 * - `none`: nothing is kept, or it was forgotten.
 */
export type KeptStateName = 'live' | 'expiring' | 'unknown' | 'suspect' | 'in_doubt' | 'expired' | 'none';

/** Days before the end at which `onChange` warns, once each. */
export const warningDays = [30, 14, 7, 2] as const;

/** One of `warningDays`. */
export type WarningDays = (typeof warningDays)[number];

/** Whose token it is. */
export interface KeptAccount {
  readonly id: string;
  /** Spotify's stable key of an account, since May 2026. */
  readonly accountId?: string | undefined;
  readonly displayName?: string | undefined;
}

/** Everything about a kept token but its secrets: it may be printed, logged and sent. All times are epoch milliseconds. */
export interface KeptState {
  readonly state: KeptStateName;
  readonly clientId: string | undefined;
  /** The origin of the accounts service that gave the token, and the only one it is sent to. */
  readonly accountsUrl: string | undefined;
  /** How the token was got; undefined for one that came from elsewhere. */
  readonly grant: ConsentGrant | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly askedScopes: readonly string[];
  readonly account: KeptAccount | undefined;
  /** When consent was given. */
  readonly authorizedAt: number | undefined;
  /** When this token was first seen here. */
  readonly firstSeenAt: number | undefined;
  /** 180 days after consent; undefined where that is not known. */
  readonly refreshTokenExpiresAt: number | undefined;
  /** Days until then, the one that has begun among them: 180 on the day of consent, 0 once it is over. */
  readonly daysLeft: number | undefined;
  readonly accessTokenExpiresAt: number | undefined;
  /** Whether a refresh has ever brought another refresh token on this line. */
  readonly rotates: boolean;
  /** Before this nothing is sent unasked: after a refusal, or where Spotify asked for a pause. */
  readonly nextTryAt: number | undefined;
  /** What the last refusal was, while it stands. */
  readonly refusal: ErrorCode | undefined;
  /** True where the newest of the token (a new one, a refusal, a doubt) could not be saved yet and lives in this process alone. */
  readonly unsaved: boolean;
  /** When this store was last found to have lost what it had acknowledged, and was mended. */
  readonly restoredAt: number | undefined;
  /** The last warning given: so many days, or fewer, are left. */
  readonly warned: WarningDays | undefined;
  /** What `TokenKeeper.note` saved: values by label. */
  readonly notes: Readonly<Record<string, string>>;
}
