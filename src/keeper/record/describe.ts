import { refreshTokenEnd } from '../../grants/token-set.ts';
import type { KeptState, KeptStateName } from './state.ts';
import { isAboutToken } from './outcome.ts';
import { isLive, type KeptRecord, type KeptToken } from './record.ts';
import { endOfPause, mayStillAnswer, nextTryOf, type Sight } from './observation.ts';
import { daysLeft, expiryOf, isAhead, isExpiring } from './times.ts';

/** Whether it is not known if the token is spent: an answer never came, or who waited for it is gone. */
export function isInDoubt(kept: KeptRecord, sight: Sight): boolean {
  if (!isLive(kept) || !kept.rotates) return false;
  if (kept.token.doubtSince !== undefined) return true;
  return kept.claim !== undefined && !mayStillAnswer(kept.claim, sight);
}

/** How a record stands, without its secrets. Pure. */
export function describe(kept: KeptRecord | undefined, sight: Sight, unsaved: boolean): KeptState {
  const token = kept?.token;
  return {
    state: nameOf(kept, sight),
    clientId: kept?.clientId || undefined,
    accountsUrl: kept?.accountsUrl,
    grant: token?.grant,
    scopes: token?.scopes,
    askedScopes: token?.askedScopes ?? [],
    account: kept?.account,
    authorizedAt: token?.authorizedAt,
    firstSeenAt: token?.firstSeenAt,
    refreshTokenExpiresAt: token?.authorizedAt === undefined ? undefined : refreshTokenEnd(token.authorizedAt),
    daysLeft: daysLeft(token?.authorizedAt, sight.now),
    accessTokenExpiresAt: token?.access?.expiresAt,
    rotates: kept?.rotates ?? false,
    nextTryAt: token && nextTryAt(token, sight),
    refusal: token?.refusal?.code,
    unsaved,
    restoredAt: kept?.mendedAt,
    warned: token?.warned,
    notes: kept?.notes ?? {},
  };
}

function nameOf(kept: KeptRecord | undefined, sight: Sight): KeptStateName {
  if (!isLive(kept)) return 'none';
  if (isInDoubt(kept, sight)) return 'in_doubt';
  if (kept.token.refusal) return isExpired(kept.token, sight.now) ? 'expired' : 'suspect';
  const { authorizedAt } = kept.token;
  if (authorizedAt === undefined) return 'unknown';
  return isExpiring(authorizedAt, sight.now) ? 'expiring' : 'live';
}

/** Whether Spotify refused the token itself and its six months are over. The date alone says nothing. */
export function isExpired(token: KeptToken, now: number): boolean {
  return token.refusal !== undefined && isAboutToken(token.refusal.code) && now >= expiryOf(token);
}

function nextTryAt(token: KeptToken, sight: Sight): number | undefined {
  if (isExpired(token, sight.now)) return undefined;
  if (token.refusal) return nextTryOf(token.refusal, sight);
  const end = token.pause && endOfPause(token.pause, sight);
  return end !== undefined && isAhead(end, sight.now) ? end : undefined;
}
