import type { KeptState } from '../../keeper/record/state.ts';
import { pushedToFrom, type PushedTo } from './pushed-to.ts';
import { msPerDay } from '../../text/dates.ts';

/** How one profile stands, as `status --json` prints it. Times are epoch milliseconds; null is not known. */
export interface ProfileEntry {
  readonly name: string;
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

/** A kept token's state as an entry; undefined where nothing is kept. */
export function profileEntry(name: string, kept: KeptState): ProfileEntry | undefined {
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

/** A profile that cannot be read: nothing is known of it. */
export function unreadableEntry(name: string): ProfileEntry {
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
 * Whether a person is needed now: the token is refused, expired or in doubt, or ends within so many days.
 * A token whose end is not known needs nobody before it is refused.
 */
export function needsPerson(
  { state, refreshTokenExpiresAt: end }: Pick<ProfileEntry, 'state' | 'refreshTokenExpiresAt'>,
  { soonDays, now }: { readonly soonDays: number; readonly now: number },
): boolean {
  if (state === 'suspect' || state === 'expired' || state === 'in_doubt') return true;
  return end !== null && end - now < soonDays * msPerDay;
}
