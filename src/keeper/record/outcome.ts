import type { ErrorCode } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';

/**
 * What a failed refresh did to the token that was sent.
 *
 * - `refused`: Spotify read it and said no, so it is as it was.
 * - `not_spent`: Spotify never had it, or says itself that it did nothing.
 * - `perhaps_spent`: the request left and its answer never came whole. Where tokens rotate, the next one may be lost.
 */
export type Outcome = 'refused' | 'not_spent' | 'perhaps_spent';

/** Answers with a JSON `error` and a 4xx status: Spotify's no to the token, or to the app. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  'refresh_token_expired',
  'refresh_token_suspect',
  'refresh_token_refused',
  'invalid_client',
  'client_secret_wrong',
  'invalid_request',
  'unsupported_grant_type',
  'token_request_refused',
]);

const notSent: ReadonlySet<ErrorCode> = new Set([
  'rate_limited',
  'quota_exceeded',
  'endpoint_refused',
  'client_id_missing',
]);

/**
 * Judges a refresh that gave no tokens.
 * @param isKnownUnsent whether it is certain that the request never left; a runtime that does not say counts as the worst
 */
export function outcomeOf({ code }: RefrainError, isKnownUnsent: boolean): Outcome {
  if (refusals.has(code)) return 'refused';
  const isUnsent = isKnownUnsent && (code === 'network' || code === 'timed_out');
  return isUnsent || notSent.has(code) ? 'not_spent' : 'perhaps_spent';
}

/** Whether the refusal speaks of the token itself, and not of the app or of the request. */
export function isAboutToken(code: ErrorCode): boolean {
  return code === 'refresh_token_expired' || code === 'refresh_token_suspect' || code === 'refresh_token_refused';
}
