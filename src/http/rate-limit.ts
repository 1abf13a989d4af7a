import { RefrainError } from '../errors/refrain-error.ts';

/**
 * The error of an answer with status 429: `rate_limited` (seconds), or `quota_exceeded` (the developer's quota, up to
 * many hours).
 * @param retryAt epoch milliseconds, from `Retry-After`
 * @see https://developer.spotify.com/blog/2026-07-23-web-api-quota-updates
 */
export function rateLimitError(body: string, retryAt: number | undefined): RefrainError {
  const code = body.includes('QUOTA_EXCEEDED') ? 'quota_exceeded' : 'rate_limited';
  return new RefrainError(code, retryAt === undefined ? {} : { retryAt });
}
