import type { TokenEndpointResponse } from 'oauth4webapi';
import { RefrainError } from '../errors/refrain-error.ts';
import { parseJsonObject } from '../http/json.ts';
import { createRateLimitError } from '../http/rate-limit.ts';
import { retryAtOf } from '../http/retry-after.ts';

/** Tokens are printable ASCII, spaces included (RFC 6749 appendix A.12 and A.17). Only spaces are not a token. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^ *[!-~][ -~]*$/.test(value);
}

/** Seconds. */
const longestLifetime = 24 * 60 * 60;

/** Whether a lifetime in seconds is plausible. Spotify's is an hour. */
function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= longestLifetime;
}

/** The fields of an error response of the token endpoint (RFC 6749 section 5.2), and its HTTP status. */
export interface TokenErrorResponse {
  readonly error: string;
  /** Empty if there is none. It changes without notice, so it must decide wording only. */
  readonly description: string;
  readonly status: number;
}

/**
 * Converts an answer of the token endpoint to the form of RFC 6749 section 5.1, which the OAuth library requires.
 * Harmless deviations are corrected: an empty refresh token, a lifetime that is a string, a missing token type, an error
 * with status 200. Other fields are dropped.
 *
 * @param now epoch milliseconds
 * @returns an answer with tokens, or Spotify's error
 * @throws RefrainError `rate_limited`, `quota_exceeded`, `spotify_unavailable`, `answer_unreadable`
 */
export async function normaliseTokenAnswer(response: Response, now: number): Promise<Response | TokenErrorResponse> {
  const { status } = response;
  const text = await response.text();
  const retryAt = retryAtOf(response.headers, now);
  if (status === 429) throw createRateLimitError(text, retryAt);
  if (status >= 500) throw new RefrainError('spotify_unavailable', { retryAt });
  const body = parseJsonObject(text);
  const { error, error_description: description } = body;
  if (typeof error === 'string' && error) {
    return { error, description: typeof description === 'string' ? description : '', status };
  }
  // An error in the form of the Web API, which does not belong here, is still a refusal.
  if (error && typeof error === 'object' && status >= 400) throw new RefrainError('token_request_refused');
  if (!response.ok || error) throw new RefrainError('answer_unreadable');
  return new Response(JSON.stringify(tokensOf(body)));
}

function tokensOf(body: Record<string, unknown>): Record<string, unknown> {
  const { access_token, token_type, expires_in, refresh_token, scope } = body;
  const isBearer = !token_type || (typeof token_type === 'string' && token_type.toLowerCase() === 'bearer');
  if (!isToken(access_token) || !isBearer) throw new RefrainError('answer_unreadable');
  return {
    access_token,
    token_type: 'Bearer',
    ...(isLifetime(expires_in) && { expires_in }),
    ...(isToken(refresh_token) && { refresh_token }),
    ...(typeof scope === 'string' && { scope }),
  };
}

/** The fields of every answer with tokens, under our names. Times are epoch milliseconds. */
export interface TokenFields {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly obtainedAt: number;
  readonly accessTokenExpiresAt: number | undefined;
}

/**
 * Reads the fields of an answer with tokens (RFC 6749 section 5.1).
 * @param sentAt when the request was sent, epoch milliseconds. The lifetime counts from it, so the token is never used
 * too long.
 */
export function tokenFieldsOf(answer: TokenEndpointResponse, sentAt: number): TokenFields {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    scopes: answer.scope === undefined ? undefined : [...new Set(answer.scope.split(/\s+/).filter(Boolean))],
    obtainedAt: sentAt,
    accessTokenExpiresAt: answer.expires_in === undefined ? undefined : sentAt + answer.expires_in * 1000,
  };
}
