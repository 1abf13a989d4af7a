import { RefrainError } from '../errors/refrain-error.ts';

/**
 * Creates the error for status 429: `rate_limited` (wait a few seconds), or `quota_exceeded` (the developer's quota is
 * used up; wait for hours).
 * @param retryAt epoch milliseconds, from `Retry-After`
 * @see https://developer.spotify.com/blog/2026-07-23-web-api-quota-updates
 */
export function createRateLimitError(body: string, retryAt: number | undefined): RefrainError {
  return new RefrainError(body.includes('QUOTA_EXCEEDED') ? 'quota_exceeded' : 'rate_limited', { retryAt });
}
