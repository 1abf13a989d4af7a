import { usageError } from '../context/usage-error.ts';

const hour = 60 * 60 * 1000;

/** Spotify began in October 2008: no consent is older. */
const first = Date.UTC(2008, 9, 7);

const written = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d))?$/;

/**
 * When consent was given, as a person or a variable says it: a day (`2026-11-24`, by UTC) or an instant with its offset
 * (`2026-11-24T10:00:00Z`).
 * @param source where it stood, `--authorized-at` or `SPOTIFY_AUTHORIZED_AT`
 * @param now epoch milliseconds
 * @returns epoch milliseconds
 * @throws RefrainError `wrong_usage` for no date, a day that no calendar has, the future, or before there was a Spotify
 */
export function authorizedAtFrom(text: string, source: string, now: number): number {
  const day = text.slice(0, 10);
  const time = written.test(text) ? Date.parse(text.replace(' ', 'T').toUpperCase()) : Number.NaN;
  // Date.parse makes 2 March of 30 February.
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);
  if (Number.isNaN(time) || !isDay) {
    throw usageError(
      `${source} takes a date such as 2026-11-24 or 2026-11-24T10:00:00Z, not \u201c${text.slice(0, 60)}\u201d.`,
    );
  }
  if (time < first) throw usageError(`${source} is ${day}: that was before there was a Spotify.`);
  // East of Greenwich today begins before it does by UTC; and clocks differ by minutes.
  const slack = text.length === day.length ? 14 * hour : hour / 12;
  if (time > now + slack) throw usageError(`${source} is ${day}: that is still to come.`);
  return Math.min(time, now);
}
