import { refreshTokenEnd, warnDays } from '../../grants/token-set.ts';
import { warningDays, type WarningDays } from './state.ts';
import type { KeptToken } from './record.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long one refresh request may take, milliseconds. Longer than Node's connect time-out of 10 seconds, so that Node
 * reports a stalled connection before this deadline ends the request; see was-it-sent.ts.
 */
export const refreshDeadline = 13 * second;

/** How long a claim is respected if it is not known whether the claimant still runs, milliseconds. */
export const lease = 20 * second;

/** How often a person may have a refused token asked about. */
export const shortestRepeat = minute;

/** No pause that Spotify asks for is kept longer; the longest seen was 14 hours. */
const longestPause = day;

/** The next try of a refused token: after a quarter of an hour, two hours, then daily. */
export function nextTryAfter(times: number, now: number): number {
  if (times <= 1) return now + 15 * minute;
  return now + (times === 2 ? 2 * hour : day);
}

/** Until when nothing is sent, where Spotify said so. */
export function pauseUntil(retryAt: number, now: number): number {
  return Math.min(retryAt, now + longestPause);
}

/** Whether a moment is still to come. One that is further away than any of ours was written by a clock that has since jumped. */
export function isAhead(at: number, now: number): boolean {
  return at > now && at <= now + longestPause + minute;
}

/** Milliseconds to wait before the next try within one call: half a second, doubled, with jitter. */
export function backoff(tries: number, random: () => number): number {
  return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}

/** Whether an access token is good for a request that is made now and may be slow, by a clock that may be off. */
export function isFresh(access: KeptToken['access'], now: number): boolean {
  if (!access || access.obtainedAt > now + minute) return false;
  const life = lifeOf(access);
  return now < access.obtainedAt + life - Math.min(minute, life / 10);
}

/** Whether an access token is still good at all. */
export function isValid(access: KeptToken['access'], now: number): boolean {
  return access !== undefined && access.obtainedAt <= now + minute && now < access.obtainedAt + lifeOf(access);
}

/** Where an answer gave no lifetime, Spotify's usual hour is tried: a token that is over costs one refresh more. */
function lifeOf(access: NonNullable<KeptToken['access']>): number {
  return access.expiresAt === undefined ? hour : access.expiresAt - access.obtainedAt;
}

/** When a refused token counts as expired: 180 days after consent, or after it was first seen here. */
export function expiryOf(token: Pick<KeptToken, 'authorizedAt' | 'firstSeenAt'>): number {
  return refreshTokenEnd(token.authorizedAt ?? token.firstSeenAt);
}

/** Days until the end, where it is known, the day that has begun among them: 180 on the day of consent, 0 once it is over. */
export function daysLeft(authorizedAt: number | undefined, now: number): number | undefined {
  if (authorizedAt === undefined) return undefined;
  return Math.max(0, Math.ceil((refreshTokenEnd(authorizedAt) - now) / day));
}

/** Whether so little is left that it is time to renew. */
export function isExpiring(authorizedAt: number, now: number): boolean {
  return refreshTokenEnd(authorizedAt) - now < warnDays * day;
}

/** The warning that is due and was not given yet. */
export function warningDue(token: KeptToken, now: number): WarningDays | undefined {
  if (token.authorizedAt === undefined) return undefined;
  const left = refreshTokenEnd(token.authorizedAt) - now;
  const due = warningDays.findLast((days) => left <= days * day);
  return due !== undefined && (token.warned === undefined || due < token.warned) ? due : undefined;
}

/** Milliseconds until the next warning may be due, at most a day. */
export function untilNextWarning(authorizedAt: number | undefined, now: number): number {
  if (authorizedAt === undefined) return day;
  const left = refreshTokenEnd(authorizedAt) - now;
  const next = warningDays.map((days) => left - days * day).filter((wait) => wait > 0);
  return Math.min(day, ...next);
}
