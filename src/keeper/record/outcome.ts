import type { ErrorCode } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';

/**
 * What one failed refresh request did to the refresh token.
 *
 * - `not_sent`: the request was not sent, so the token is unchanged.
 * - `sent_unused`: Spotify did not use the token, for example because of a rate limit.
 * - `rejected`: Spotify refused the token or the app. The token is unchanged.
 * - `maybe_used`: there was no complete answer. A single-use token may be used up, and its successor lost.
 */
export type RefreshOutcome = 'not_sent' | 'sent_unused' | 'rejected' | 'maybe_used';

/** An answer with a 4xx status and a JSON `error`. */
const rejected: ReadonlySet<ErrorCode> = new Set([
  'refresh_token_expired',
  'refresh_token_suspect',
  'refresh_token_refused',
  'invalid_client',
  'client_secret_wrong',
  'invalid_request',
  'unsupported_grant_type',
  'token_request_refused',
]);

const unused: ReadonlySet<ErrorCode> = new Set(['rate_limited', 'quota_exceeded']);
const unsent: ReadonlySet<ErrorCode> = new Set(['endpoint_refused', 'client_id_missing']);

/**
 * Gets the outcome of a refresh that gave no tokens.
 * @param isUnsent whether it is proved that the request was not sent; false if the runtime does not say
 */
export function judgeFailure({ code }: RefrainError, isUnsent: boolean): RefreshOutcome {
  if (rejected.has(code)) return 'rejected';
  if (unused.has(code)) return 'sent_unused';
  if (unsent.has(code)) return 'not_sent';
  return isUnsent && (code === 'network' || code === 'timed_out') ? 'not_sent' : 'maybe_used';
}
