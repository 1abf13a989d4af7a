import type { ErrorCode } from '../spotify/explanations.ts';
import type { RefrainError } from '../spotify/refrain-error.ts';

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

/** Failures from before a request could leave: no name, no route, no connection, no TLS. */
const beforeSending =
  /^(ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_[A-Z_]+|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z0-9_]+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+)$/;

/** Judges a refresh that gave no tokens. A runtime that does not say what went wrong counts as the worst. */
export function outcomeOf(error: RefrainError): Outcome {
  if (refusals.has(error.code)) return 'refused';
  if (notSent.has(error.code)) return 'not_spent';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  const isKnown = error.code === 'network' && typeof code === 'string' && beforeSending.test(code);
  return isKnown ? 'not_spent' : 'perhaps_spent';
}

/** Whether the refusal speaks of the token itself, and not of the app or of the request. */
export function isAboutToken(code: ErrorCode): boolean {
  return code === 'refresh_token_expired' || code === 'refresh_token_suspect' || code === 'refresh_token_refused';
}
