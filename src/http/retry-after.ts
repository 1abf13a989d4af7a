import { day, minute } from '../text/durations.ts';

/**
 * The pause if the header asks for more than a year, which must be a mistake: Spotify is known to have asked for 14 hours
 * at most.
 */
const pauseIfTooLong = day;

/** The pause if the header cannot be read, or names a time in the past. */
const pauseIfUnreadable = minute;

/**
 * When it is worth asking again, from a `Retry-After` header: seconds, or an HTTP date (RFC 9110 section 10.2.3). A header
 * that makes no sense still asks for a pause: a minute, or a day if it names more than a year.
 *
 * @param now epoch milliseconds
 * @returns epoch milliseconds; undefined without a header (a browser often hides it)
 */
export function retryAtOf(headers: Headers, now: number): number | undefined {
  const header = headers.get('retry-after')?.trim();
  if (!header) return undefined;
  const at = header.endsWith(' GMT') ? Date.parse(header) : now + Number(header) * 1000;
  if (at > now + 365 * day) return now + pauseIfTooLong;
  return at >= now ? at : now + pauseIfUnreadable;
}
