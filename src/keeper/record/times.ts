import { refreshTokenEnd, warnDays } from '../../grants/token-set.ts';
import { day, hour, minute, second } from '../../text/durations.ts';
import { earliestConsent, refreshTokenLifeDays } from '../../text/values/consent-date.ts';
import { warningDays, type WarningDays } from './state.ts';
import type { KeptToken } from './record.ts';

/**
 * How long one refresh request may take, milliseconds. Longer than Node's connect time-out of 10 seconds, so that Node
 * reports a stalled connection before this deadline ends the request; see was-it-sent.ts.
 */
export const refreshDeadline = 13 * second;

/**
 * How long other processes wait for a claimant, milliseconds. If it has not finished by then, its token is tried again,
 * or is uncertain if it is a single-use token.
 */
export const lease = 20 * second;

/** The least time between two forced tries of a refused token, in milliseconds. */
export const minForcedInterval = minute;

/** The longest pause, in milliseconds: a longer one is shortened to it. Spotify is known to have asked for 14 hours. */
const maxPause = day;

/**
 * If the Web API rejects the access token of a refresh, another refresh does not help at once. So the token is replaced
 * only after a minute, or after 15 minutes if the token before it was rejected too.
 */
export const rejectionPause = { first: minute, next: 15 * minute };

/** When a refused token is tried again, epoch milliseconds: after 15 minutes, then 2 hours, then daily. */
export function getNextTryAfter(times: number, now: number): number {
  if (times <= 1) return now + 15 * minute;
  return now + (times === 2 ? 2 * hour : day);
}

/** When a pause that Spotify asked for ends, epoch milliseconds. */
export function limitPause(retryAt: number, now: number): number {
  return Math.min(retryAt, now + maxPause);
}

/** Whether a time is in the future. A time beyond the longest pause does not count: a clock that was wrong wrote it. */
export function isInFuture(at: number, now: number): boolean {
  return at > now && at <= now + maxPause + minute;
}

/** Milliseconds to wait before the next try in one call: half a second, doubled each time, with jitter. */
export function getBackoff(tries: number, random: () => number): number {
  return 500 * 2 ** (tries - 1) * (0.5 + random() / 2);
}

/** Whether an access token is valid with a margin for a slow request and a clock that is slightly wrong. */
export function isFresh(access: KeptToken['access'], now: number): boolean {
  if (!access || access.obtainedAt > now + minute) return false;
  const lifetime = getLifetime(access);
  return now < access.obtainedAt + lifetime - Math.min(minute, lifetime / 10);
}

/** Whether an access token has not expired. */
export function isValid(access: KeptToken['access'], now: number): boolean {
  return access !== undefined && access.obtainedAt <= now + minute && now < access.obtainedAt + getLifetime(access);
}

/** Milliseconds. Without a lifetime in the answer, Spotify's usual hour. If that is wrong, it costs one more refresh. */
function getLifetime(access: NonNullable<KeptToken['access']>): number {
  return access.expiresAt === undefined ? hour : access.expiresAt - access.obtainedAt;
}

/** When the user approved the token, epoch milliseconds. A time in the future is ignored: a wrong clock wrote it. */
export function getConsentTime({ authorizedAt }: KeptToken, now: number): number | undefined {
  return authorizedAt !== undefined && authorizedAt <= now + day ? authorizedAt : undefined;
}

/**
 * From when a refused token is expired: 180 days after consent, or after it was first seen here. Epoch milliseconds. A
 * clock that was not set saw it before 2020, so that time says nothing: a refused token is then never expired for good.
 */
export function getExpiry(token: KeptToken, now: number): number {
  const { firstSeenAt } = token;
  return refreshTokenEnd(getConsentTime(token, now) ?? (firstSeenAt < earliestConsent ? now : firstSeenAt));
}

/** Days until the token expires, rounded up: 180 on the day of consent, 0 from day 180. Undefined if it is not known. */
export function countDaysLeft(authorizedAt: number | undefined, now: number): number | undefined {
  if (authorizedAt === undefined) return undefined;
  return Math.min(refreshTokenLifeDays, Math.max(0, Math.ceil((refreshTokenEnd(authorizedAt) - now) / day)));
}

/** Whether fewer than 30 days are left. */
export function isExpiring(authorizedAt: number, now: number): boolean {
  return refreshTokenEnd(authorizedAt) - now < warnDays * day;
}

/** The warning that is due and not given yet. */
export function findDueWarning(token: KeptToken, now: number): WarningDays | undefined {
  const authorizedAt = getConsentTime(token, now);
  if (authorizedAt === undefined) return undefined;
  const left = refreshTokenEnd(authorizedAt) - now;
  const due = warningDays.findLast((days) => left <= days * day);
  return due !== undefined && (token.warned === undefined || due < token.warned) ? due : undefined;
}

/** Milliseconds until the next warning can be due, at most a day. */
export function getTimeToNextWarning(token: KeptToken | undefined, now: number): number {
  const authorizedAt = token && getConsentTime(token, now);
  if (authorizedAt === undefined) return day;
  const left = refreshTokenEnd(authorizedAt) - now;
  const next = warningDays.map((days) => left - days * day).filter((wait) => wait > 0);
  return Math.min(day, ...next);
}
