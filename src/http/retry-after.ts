import { RefrainError } from '../errors/refrain-error.ts';
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

/**
 * Creates the error for status 429: `rate_limited` (wait a few seconds), or `quota_exceeded` (the developer's quota is
 * used up; wait for hours).
 * @param retryAt epoch milliseconds, from `Retry-After`
 * @see https://developer.spotify.com/blog/2026-07-23-web-api-quota-updates
 */
export function createRateLimitError(body: string, retryAt: number | undefined): RefrainError {
  return new RefrainError(body.includes('QUOTA_EXCEEDED') ? 'quota_exceeded' : 'rate_limited', { retryAt });
}

/**
 * Makes sure that Spotify did not answer that it accepts no requests now.
 * @param now epoch milliseconds
 * @throws RefrainError with `retryAt` if it is known: `rate_limited`, `quota_exceeded` (status 429), `spotify_unavailable`
 * (500 or above)
 */
export function checkNotBusy({ status, headers }: Response, body: string, now: number): void {
  const retryAt = retryAtOf(headers, now);
  if (status === 429) throw createRateLimitError(body, retryAt);
  if (status >= 500) throw new RefrainError('spotify_unavailable', { retryAt });
}
