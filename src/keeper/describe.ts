import { refreshTokenEnd, warnDays } from '../grants/token-set.ts';
import type { KeptState, KeptStateName } from './kept-state.ts';
import { isAboutToken } from './outcome.ts';
import { isLive, type Claim, type KeptRecord, type KeptToken } from './record.ts';
import { daysLeft, expiryOf, isAhead, lease } from './times.ts';

/** What is known of who claimed: alive, dead, or not to be told from here. */
export type Liveness = boolean | undefined;

/** Whether whoever claimed may still come back with an answer. */
export function mayStillAnswer(claim: Claim, alive: Liveness, now: number): boolean {
  if (alive !== undefined) return alive;
  // A claim from the future was written by a clock that has since jumped.
  return now < claim.at + lease && now > claim.at - lease;
}

/** Since when it is not known whether the token is spent: an answer never came, or who waited for it is gone. */
export function doubtSince(kept: KeptRecord, alive: Liveness, now: number): number | undefined {
  if (!kept.token?.rotates) return undefined;
  if (kept.token.doubtSince !== undefined) return kept.token.doubtSince;
  const { claim } = kept;
  return claim && !mayStillAnswer(claim, alive, now) ? claim.at : undefined;
}

/** How a record stands, without its secrets. Pure. */
export function describe(
  kept: KeptRecord | undefined,
  given: { readonly now: number; readonly alive: Liveness; readonly unsaved: boolean },
): KeptState {
  const { now, alive, unsaved } = given;
  const token = kept?.token;
  return {
    state: nameOf(kept, alive, now),
    clientId: kept?.clientId,
    accountsUrl: kept?.accountsUrl,
    grant: token?.grant,
    scopes: token?.scopes,
    askedScopes: token?.askedScopes ?? [],
    account: kept?.account,
    authorizedAt: token?.authorizedAt,
    firstSeenAt: token?.firstSeenAt,
    refreshTokenExpiresAt: token?.authorizedAt === undefined ? undefined : refreshTokenEnd(token.authorizedAt),
    daysLeft: daysLeft(token?.authorizedAt, now),
    accessTokenExpiresAt: token?.access?.expiresAt,
    rotates: token?.rotates ?? false,
    nextTryAt: token && nextTryAt(token, now),
    refusal: token?.refusal?.code,
    unsaved,
    mendedAt: kept?.mendedAt,
    warned: token?.warned,
    pushedTo: kept?.pushedTo ?? [],
  };
}

function nameOf(kept: KeptRecord | undefined, alive: Liveness, now: number): KeptStateName {
  if (!isLive(kept)) return 'none';
  if (doubtSince(kept, alive, now) !== undefined) return 'in_doubt';
  if (kept.token.refusal) return isExpired(kept.token, now) ? 'expired' : 'suspect';
  const left = daysLeft(kept.token.authorizedAt, now);
  if (left === undefined) return 'unknown';
  return left < warnDays ? 'expiring' : 'live';
}

/** Whether Spotify refused the token itself and its six months are over. The date alone says nothing. */
export function isExpired(token: KeptToken, now: number): boolean {
  return token.refusal !== undefined && isAboutToken(token.refusal.code) && now >= expiryOf(token);
}

function nextTryAt(token: KeptToken, now: number): number | undefined {
  if (isExpired(token, now)) return undefined;
  if (token.refusal) return token.refusal.nextTryAt;
  return token.pausedUntil && isAhead(token.pausedUntil.at, now) ? token.pausedUntil.at : undefined;
}
