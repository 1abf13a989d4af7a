import { refreshTokenEnd } from '../../grants/token-set.ts';
import type { KeptState, KeptStateName } from './state.ts';
import { isAboutToken } from '../../errors/rejection.ts';
import { isLive, type KeptRecord, type KeptToken } from './record.ts';
import { canStillAnswer, getAccess, getNextTry, getPauseEnd, type Observation } from './observe.ts';
import { countDaysLeft, getConsentTime, getExpiry, isExpiring, isInFuture } from './times.ts';

/** Whether a single-use token may have been used: an answer was lost, or the claimant ended without saving one. */
export function isUncertain(record: KeptRecord, observation: Observation): boolean {
  if (!isLive(record) || !record.rotates) return false;
  if (record.token.doubtSince !== undefined) return true;
  return record.claim !== undefined && !canStillAnswer(record.claim, observation);
}

/**
 * The state of a record, without its secrets. Pure.
 * @param unsaved whether the newest record has not reached the store
 * @param seedHash undefined if there is no seed
 */
export function describe(
  record: KeptRecord | undefined,
  observation: Observation,
  unsaved: boolean,
  seedHash?: string,
): KeptState {
  const token = record?.token;
  const authorizedAt = token && getConsentTime(token, observation.now);
  return {
    state: getStateName(record, observation),
    clientId: record?.clientId || undefined,
    accountsUrl: record?.accountsUrl,
    grant: token?.grant,
    scopes: token?.scopes,
    askedScopes: token?.askedScopes ?? [],
    account: record?.account,
    authorizedAt,
    firstSeenAt: token?.firstSeenAt,
    refreshTokenExpiresAt: authorizedAt === undefined ? undefined : refreshTokenEnd(authorizedAt),
    daysLeft: countDaysLeft(authorizedAt, observation.now),
    accessTokenExpiresAt: getAccess(record, observation)?.expiresAt,
    rotates: record?.rotates ?? false,
    nextTryAt: token && findNextTry(token, observation),
    refusal: token?.refusal?.code,
    unsaved,
    restoredAt: record?.mendedAt,
    seedIgnored:
      isLive(record) && seedHash !== undefined && (seedHash === record.refusedSeed || !record.seen.includes(seedHash)),
    warned: token?.warned,
    notes: record?.notes ?? {},
  };
}

function getStateName(record: KeptRecord | undefined, observation: Observation): KeptStateName {
  if (!isLive(record)) return 'none';
  if (isUncertain(record, observation)) return 'in_doubt';
  if (record.token.refusal) return isExpired(record.token, observation.now) ? 'expired' : 'suspect';
  const authorizedAt = getConsentTime(record.token, observation.now);
  if (authorizedAt === undefined) return 'unknown';
  return isExpiring(authorizedAt, observation.now) ? 'expiring' : 'live';
}

/** Whether Spotify refused the token itself on or after day 180. The date is not enough: it may still work. */
export function isExpired(token: KeptToken, now: number): boolean {
  return token.refusal !== undefined && isAboutToken(token.refusal.code) && now >= getExpiry(token, now);
}

function findNextTry(token: KeptToken, observation: Observation): number | undefined {
  if (isExpired(token, observation.now)) return undefined;
  if (token.refusal) return getNextTry(token.refusal, observation);
  const end = token.pause && getPauseEnd(token.pause, observation);
  return end !== undefined && isInFuture(end, observation.now) ? end : undefined;
}
