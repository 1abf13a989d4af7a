import { isoDay, msPerDay } from '../dates.ts';
import { cleanValue } from './clean-value.ts';
import { findValue } from './credentials.ts';

/** Days that a refresh token is valid after consent. Spotify says six months; refreshing does not extend them. */
export const refreshTokenLifeDays = 180;

/** When consent was given (epoch milliseconds), or why a text does not say it. */
export type ConsentDate = { readonly at: number } | { readonly problem: 'unreadable' | 'too_early' | 'in_future' };

/** A date before 2020 comes from a wrong clock or unit: a token of then is long expired. Epoch milliseconds. */
export const earliestConsent = Date.UTC(2020, 0, 1);

/** Clocks differ by minutes. */
const clockTolerance = 5 * 60_000;

const format = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Seconds have ten digits from 2001 to 2286, and milliseconds have more. */
const toMilliseconds = (time: number) => (time < 1e11 ? time * 1000 : time);

/**
 * Whether to believe a time of consent that was brought in.
 * @param time epoch milliseconds or seconds; `NaN` is not believed
 * @param now epoch milliseconds
 * @param tolerance how much later than `now` it may be, in milliseconds. Default: five minutes
 * @returns a time that is never later than now, or the problem
 */
export function judgeConsentTime(time: number, now: number, tolerance: number = clockTolerance): ConsentDate {
  const at = toMilliseconds(time);
  if (!Number.isFinite(at)) return { problem: 'unreadable' };
  if (at < earliestConsent) return { problem: 'too_early' };
  return at > now + tolerance ? { problem: 'in_future' } : { at: Math.min(at, now) };
}

/**
 * The date of consent, as a flag, a variable, a prompt, a date field or a text gives it: a day (`2026-11-24`), an instant
 * with its offset (`2026-11-24T10:00:00Z`), or the seconds or milliseconds since 1970.
 *
 * @param now epoch milliseconds
 * @param dayIn the time zone of a date without a time. `utc` (default) takes its first moment. `local` takes its noon
 * on this machine, so that the day stays the same when it is shown.
 * @returns a time that is never later than now, or the problem
 */
export function readConsentDate(text: string, now: number, dayIn: 'utc' | 'local' = 'utc'): ConsentDate {
  const written = cleanValue(text.replace(/(\d)\s+(?=\d\d:)/, '$1T')).toUpperCase();
  if (/^\d{10}(\d{3})?(\.\d+)?$/.test(written)) return judgeConsentTime(Number(written), now);
  const day = written.slice(0, 10);
  const isDayOnly = written.length === day.length;
  const time = format.test(written) ? Date.parse(written) : Number.NaN;
  // Date.parse reads 30 February as 2 March.
  const isInCalendar = !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);
  if (Number.isNaN(time) || !isInCalendar) return { problem: 'unreadable' };
  if (isDayOnly && dayIn === 'local' && time >= earliestConsent) {
    if (day > isoDay(now)) return { problem: 'in_future' };
    // Today's noon may be later than now.
    return { at: Math.min(new Date(`${day}T12:00:00`).getTime(), now) };
  }
  // A day in the east begins up to 14 hours before the same day in UTC. Negative times must not pass for seconds.
  return judgeConsentTime(Math.max(time, 1e11), now, isDayOnly ? (14 / 24) * msPerDay : clockTolerance);
}

const isReadable = (date: string) => {
  const read = readConsentDate(date, Number.MAX_SAFE_INTEGER);
  return 'at' in read || read.problem !== 'unreadable';
};

/**
 * Finds the date of consent beside another value: `authorized_at` or `authorizedAt`, or the end of the refresh token
 * (`expires_at` or `expiresAt`), which is 180 days later. If an access token is named too, a bare `expires_at` is its end.
 * @returns a text for `readConsentDate`; undefined if there is none
 */
export function findConsentDate(text: string): string | undefined {
  const written = findValue(text, 'authori[sz]ed[ _-]?at');
  if (written) return isReadable(written) ? written : undefined;
  const ofRefreshToken = findValue(text, 'refresh[ _-]?token[ _-]?expires[ _-]?at');
  const bare = /access[ _-]?token/i.test(text) ? undefined : findValue(text, 'expires[ _-]?at');
  const end = ofRefreshToken || bare;
  if (!end) return undefined;
  const number = toMilliseconds(Number(end));
  const time = (Number.isNaN(number) ? Date.parse(end) : number) - refreshTokenLifeDays * msPerDay;
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : undefined;
}

/**
 * The day of `findConsentDate`, for a date field.
 * @param now epoch milliseconds
 * @returns the day, `2026-11-24`, in this machine's time zone; undefined if there is none, or if it is not believed
 */
export function findConsentDay(text: string, now: number): string | undefined {
  const date = readConsentDate(findConsentDate(text) ?? '', now, 'local');
  return 'at' in date ? isoDay(date.at) : undefined;
}
