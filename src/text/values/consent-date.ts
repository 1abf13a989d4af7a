import { isoDay } from '../dates.ts';
import { day, hour, minute } from '../durations.ts';
import { cleanValue } from './clean-value.ts';
import { findValue } from './credentials.ts';

/** Days that a refresh token is valid after consent. Spotify says six months; refreshing does not extend them. */
export const refreshTokenLifeDays = 180;

/** When the user gave consent (epoch milliseconds), or why that is not known. */
export type ConsentDate = { readonly at: number } | { readonly problem: 'unreadable' | 'too_early' | 'in_future' };

/** The earliest consent that is accepted, in epoch milliseconds. An earlier date comes from a wrong clock or unit. */
export const earliestConsent = Date.UTC(2020, 0, 1);

/** How far in the future a consent may seem to be, in milliseconds, because clocks differ by minutes. */
const clockTolerance = 5 * minute;

const isoFormat = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** From 2001 to 2286, a time in seconds has ten digits. A time in milliseconds has more. */
const toMilliseconds = (time: number) => (time < 1e11 ? time * 1000 : time);

/**
 * Judges a time of consent that a person or another program supplied.
 * @param time epoch milliseconds or seconds; `NaN` is a problem
 * @param now epoch milliseconds
 * @returns a time that is never later than now, or the problem
 */
export function judgeConsentTime(time: number, now: number): ConsentDate {
  return judgeMilliseconds(toMilliseconds(time), now, clockTolerance);
}

function judgeMilliseconds(at: number, now: number, tolerance: number): ConsentDate {
  if (!Number.isFinite(at)) return { problem: 'unreadable' };
  if (at < earliestConsent) return { problem: 'too_early' };
  return at > now + tolerance ? { problem: 'in_future' } : { at: Math.min(at, now) };
}

/**
 * Reads the date of consent from a flag, a variable, a prompt, a date field or a pasted text: a day (`2026-11-24`), an
 * instant with its offset (`2026-11-24T10:00:00Z`), or the seconds or milliseconds since 1970.
 *
 * @param now epoch milliseconds
 * @param dayIn the time zone of a date without a time. `utc` (default) means 00:00 UTC. `local` means noon on this
 * machine, so that the day stays the same when it is shown.
 * @returns a time that is never later than now, or the problem
 */
export function readConsentDate(text: string, now: number, dayIn: 'utc' | 'local' = 'utc'): ConsentDate {
  // A space may separate the date from the time.
  const entered = cleanValue(text.replace(/(\d)\s+(?=\d\d:)/, '$1T')).toUpperCase();
  if (/^\d{10}(\d{3})?(\.\d+)?$/.test(entered)) return judgeConsentTime(Number(entered), now);
  const dayPart = entered.slice(0, 10);
  const isDayOnly = entered === dayPart;
  const time = isoFormat.test(entered) ? Date.parse(entered) : Number.NaN;
  // Date.parse reads 30 February as 2 March.
  const isInCalendar = !Number.isNaN(Date.parse(dayPart)) && new Date(dayPart).toISOString().startsWith(dayPart);
  if (Number.isNaN(time) || !isInCalendar) return { problem: 'unreadable' };
  if (isDayOnly && dayIn === 'local' && time >= earliestConsent) {
    if (dayPart > isoDay(now)) return { problem: 'in_future' };
    // Today's noon may be later than now.
    return { at: Math.min(new Date(`${dayPart}T12:00:00`).getTime(), now) };
  }
  // A day in the east begins up to 14 hours before the same day in UTC.
  return judgeMilliseconds(time, now, isDayOnly ? 14 * hour : clockTolerance);
}

const isReadable = (date: string) => {
  const read = readConsentDate(date, Number.MAX_SAFE_INTEGER);
  return 'at' in read || read.problem !== 'unreadable';
};

/**
 * Finds the date of consent in a text that holds other values too: `authorized_at` or `authorizedAt`. If there is none,
 * counts back 180 days from the expiry of the refresh token (`expires_at` or `expiresAt`). An `expires_at` in a text with
 * an access token is the access token's, and is not used.
 * @returns a text for `readConsentDate`; undefined if there is none
 */
export function findConsentDate(text: string): string | undefined {
  const authorizedAt = findValue(text, 'authori[sz]ed[ _-]?at');
  if (authorizedAt) return isReadable(authorizedAt) ? authorizedAt : undefined;
  const refreshTokenEnd = findValue(text, 'refresh[ _-]?token[ _-]?expires[ _-]?at');
  const bare = /access[ _-]?token/i.test(text) ? undefined : findValue(text, 'expires[ _-]?at');
  const end = refreshTokenEnd || bare;
  if (!end) return undefined;
  const number = toMilliseconds(Number(end));
  const date = new Date((Number.isNaN(number) ? Date.parse(end) : number) - refreshTokenLifeDays * day);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/**
 * Finds the day of consent, as `findConsentDate` does, for a date field.
 * @param now epoch milliseconds
 * @returns the day, `2026-11-24`, in this machine's time zone; undefined if there is none, or if it cannot be right
 */
export function findConsentDay(text: string, now: number): string | undefined {
  const date = readConsentDate(findConsentDate(text) ?? '', now, 'local');
  return 'at' in date ? isoDay(date.at) : undefined;
}
