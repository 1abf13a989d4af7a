import { readConsentDate } from '../../text/values/consent-date.ts';
import { usageError } from '../context/usage-error.ts';

/**
 * The date of consent from a flag, a prompt or a variable. A day without a time is a day in UTC.
 * @param source what to name in the error: `--authorized-at` or `SPOTIFY_AUTHORIZED_AT`
 * @param now epoch milliseconds
 * @param say gets one line if the date cannot be right: it is in the future or before 2020
 * @returns epoch milliseconds, never later than now; undefined if the date cannot be right
 * @throws RefrainError `wrong_usage` if it cannot be read
 */
export function authorizedAtFrom(
  text: string,
  source: string,
  now: number,
  say: (line: string) => void,
): number | undefined {
  const date = readConsentDate(text, now);
  if ('at' in date) return date.at;
  const written = text.trim().slice(0, 60);
  if (date.problem === 'unreadable') {
    throw usageError(`${source} takes a date such as 2026-11-24 or 2026-11-24T10:00:00Z, not \u201c${written}\u201d.`);
  }
  const problem = date.problem === 'in_future' ? 'in the future' : 'before 2020';
  say(`${source} is ${written}: that is ${problem}, so it is not used, and the expiry is unknown.\n`);
  return undefined;
}
