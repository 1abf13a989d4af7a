import { isoDay, msPerDay } from '../dates.ts';

/** When consent was given (epoch milliseconds), or why a text does not say it. */
export type ConsentDate = { readonly at: number } | { readonly problem: 'unreadable' | 'too_early' | 'in_future' };

/** Spotify started in October 2008, so no consent is older. Epoch milliseconds. */
const earliest = Date.UTC(2008, 9, 7);

const format = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d))?$/;

/**
 * The date of consent, as a flag, a variable, a prompt or a date field gives it: a day (`2026-11-24`) or an instant
 * with its offset (`2026-11-24T10:00:00Z`).
 *
 * @param now epoch milliseconds
 * @param dayIn the time zone of a date without a time. `utc` (default) takes its first moment. `local` takes its noon
 * on this machine, so that the day stays the same when it is shown.
 * @returns a time that is never later than now, or the problem
 */
export function readConsentDate(text: string, now: number, dayIn: 'utc' | 'local' = 'utc'): ConsentDate {
  const day = text.slice(0, 10);
  const isDayOnly = text.length === day.length;
  const time = format.test(text) ? Date.parse(text.replace(' ', 'T').toUpperCase()) : Number.NaN;
  // Date.parse reads 30 February as 2 March.
  const isInCalendar = !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);
  if (Number.isNaN(time) || !isInCalendar) return { problem: 'unreadable' };
  if (time < earliest) return { problem: 'too_early' };
  if (isDayOnly && dayIn === 'local') {
    if (day > isoDay(now)) return { problem: 'in_future' };
    // Today's noon may be later than now.
    return { at: Math.min(new Date(`${day}T12:00:00`).getTime(), now) };
  }
  // A day in the east begins up to 14 hours before the same day in UTC. Clocks differ by minutes.
  const tolerance = isDayOnly ? (14 / 24) * msPerDay : 5 * 60_000;
  return time > now + tolerance ? { problem: 'in_future' } : { at: Math.min(time, now) };
}

/**
 * Finds the date of consent in a text that names it (`SPOTIFY_AUTHORIZED_AT` in a `.env` file or in JSON).
 * @returns the day, `2026-11-24`, in this machine's time zone if the text holds an instant; undefined if there is none
 */
export function findConsentDay(text: string): string | undefined {
  const [, written = '', day = ''] = /authorized_at["']?[ \t]*[:=][ \t]*["']?(([\d-]{10})[\w:.+-]*)/i.exec(text) ?? [];
  const time = Date.parse(written);
  if (Number.isNaN(time)) return undefined;
  return written === day ? day : isoDay(time);
}
