import type { ConsentGrant } from '../../grants/grant.ts';
import type { ErrorCode } from '../../errors/error-table.ts';

/**
 * The state of a token.
 *
 * - `live`: it works. `expiring`: it works, and fewer than 30 days are left. `unknown`: it works, but the date of consent
 *   is not known, so the date when it expires is not known.
 * - `suspect`: Spotify refused it before day 180. It is kept, and tried again at `nextTryAt`.
 * - `in_doubt`: an answer that may have carried a new token was lost. A person decides (`renew`).
 * - `expired`: Spotify refused it on or after day 180. A person must sign in again.
 * - `none`: there is no token, or it was forgotten.
 */
export type KeptStateName = 'live' | 'expiring' | 'unknown' | 'suspect' | 'in_doubt' | 'expired' | 'none';

/** `onChange` warns once at each of these numbers of days left. */
export const warningDays = [30, 14, 7, 2] as const;

/** One of `warningDays`. */
export type WarningDays = (typeof warningDays)[number];

/** Whose token it is. */
export interface KeptAccount {
  readonly id: string;
  /** Spotify's stable ID of an account, since May 2026. */
  readonly accountId?: string | undefined;
  readonly displayName?: string | undefined;
}

/** All facts about a token except its secrets. It is safe to print, log and send. All times are epoch milliseconds. */
export interface KeptState {
  readonly state: KeptStateName;
  readonly clientId: string | undefined;
  /** The origin of the accounts service that gave the token, and the only one it is sent to. */
  readonly accountsUrl: string | undefined;
  /** How the token was obtained. Undefined if it came from elsewhere. */
  readonly grant: ConsentGrant | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly askedScopes: readonly string[];
  readonly account: KeptAccount | undefined;
  /** When the user approved it. Undefined if it is not known. */
  readonly authorizedAt: number | undefined;
  /** When this token was first seen here. */
  readonly firstSeenAt: number | undefined;
  /** 180 days after consent. Undefined if the date of consent is not known. */
  readonly refreshTokenExpiresAt: number | undefined;
  /** Days until then, rounded up: 180 on the day of consent, 0 from day 180. */
  readonly daysLeft: number | undefined;
  readonly accessTokenExpiresAt: number | undefined;
  /** Whether a refresh has ever replaced the refresh token: then each refresh token of this app is single-use. */
  readonly rotates: boolean;
  /** Until then nothing is sent, unless a person asks: after a refusal, or because Spotify asked for a pause. */
  readonly nextTryAt: number | undefined;
  /** Why Spotify refused the token. Undefined if it was accepted since. */
  readonly refusal: ErrorCode | undefined;
  /** Whether the newest facts (a new token, a refusal) could not be saved yet, so that only this process has them. */
  readonly unsaved: boolean;
  /** When the store was last found to have lost a write, and the newer record was written back. */
  readonly restoredAt: number | undefined;
  /**
   * Whether the keeper's `seed` is not used: the stored token works, and the consent of the seed is not known to be
   * later, or Spotify has refused the seed.
   */
  readonly seedIgnored: boolean;
  /** The last warning given: at most this many days are left. */
  readonly warned: WarningDays | undefined;
  /** What `TokenKeeper.note` saved: values by label. */
  readonly notes: Readonly<Record<string, string>>;
}
