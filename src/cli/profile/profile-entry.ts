import type { KeptState } from '../../keeper/record/state.ts';
import { pushedToFrom, type PushedTo } from './pushed-to.ts';
import { day } from '../../text/durations.ts';

/** One record, as `status --json` prints it. Times are epoch milliseconds; null means unknown. */
export interface ProfileEntry {
  /** The profile; null for the record of a token in SPOTIFY_REFRESH_TOKEN. */
  readonly name: string | null;
  readonly clientId: string | null;
  readonly account: {
    readonly id: string;
    readonly accountId: string | null;
    readonly displayName: string | null;
  } | null;
  readonly grant: string | null;
  readonly scopes: readonly string[] | null;
  readonly state: Exclude<KeptState['state'], 'none'>;
  readonly authorizedAt: number | null;
  readonly refreshTokenExpiresAt: number | null;
  readonly daysLeft: number | null;
  readonly nextTryAt: number | null;
  readonly pushedTo: readonly PushedTo[];
}

/** The entry of a record; undefined if it holds no token. */
export function profileEntry(name: string | null, kept: KeptState): ProfileEntry | undefined {
  if (kept.state === 'none') return undefined;
  const { account } = kept;
  return {
    name,
    clientId: kept.clientId ?? null,
    account: account
      ? { id: account.id, accountId: account.accountId ?? null, displayName: account.displayName ?? null }
      : null,
    grant: kept.grant ?? null,
    scopes: kept.scopes ?? null,
    state: kept.state,
    authorizedAt: kept.authorizedAt ?? null,
    refreshTokenExpiresAt: kept.refreshTokenExpiresAt ?? null,
    daysLeft: kept.daysLeft ?? null,
    nextTryAt: kept.nextTryAt ?? null,
    pushedTo: pushedToFrom(kept.notes),
  };
}

/** The entry of a record that cannot be read. */
export function unreadableEntry(name: string | null): ProfileEntry {
  return {
    name,
    clientId: null,
    account: null,
    grant: null,
    scopes: null,
    state: 'unknown',
    authorizedAt: null,
    refreshTokenExpiresAt: null,
    daysLeft: null,
    nextTryAt: null,
    pushedTo: [],
  };
}

/**
 * Whether the user has to act: the token was rejected, is uncertain, or has fewer than `soonDays` days left. A token with
 * unknown expiry needs no attention until Spotify rejects it.
 * @param limits `now`: epoch milliseconds
 */
export function needsAttention(
  { state, refreshTokenExpiresAt: expiresAt }: Pick<ProfileEntry, 'state' | 'refreshTokenExpiresAt'>,
  limits: { readonly soonDays: number; readonly now: number },
): boolean {
  if (state === 'suspect' || state === 'expired' || state === 'in_doubt') return true;
  return expiresAt !== null && expiresAt - limits.now < limits.soonDays * day;
}
