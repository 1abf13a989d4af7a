import { readConsentDate } from '../../text/values/consent-date.ts';
import { usageError } from '../context/usage-error.ts';

/**
 * The date of consent from a flag, a prompt or a variable. A day without a time is a day in UTC.
 * @param source what to name in the error: `--authorized-at` or `SPOTIFY_AUTHORIZED_AT`
 * @param now epoch milliseconds
 * @returns epoch milliseconds, never later than now
 * @throws RefrainError `wrong_usage` if it cannot be read, lies in the future, or is older than Spotify
 */
export function authorizedAtFrom(text: string, source: string, now: number): number {
  const date = readConsentDate(text, now);
  if ('at' in date) return date.at;
  const day = text.slice(0, 10);
  switch (date.problem) {
    case 'unreadable':
      throw usageError(
        `${source} takes a date such as 2026-11-24 or 2026-11-24T10:00:00Z, not \u201c${text.slice(0, 60)}\u201d.`,
      );
    case 'too_early':
      throw usageError(`${source} is ${day}: that is before Spotify existed.`);
    case 'in_future':
      throw usageError(`${source} is ${day}: that is in the future.`);
  }
}
