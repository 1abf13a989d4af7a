import { RefrainError } from '../errors/refrain-error.ts';
import { parseJsonObject } from '../http/read-body.ts';
import { createRateLimitError } from '../http/rate-limit.ts';
import { retryAtOf } from '../http/retry-after.ts';

/** Tokens are printable ASCII, spaces included (RFC 6749 appendix A.12 and A.17). Only spaces are not a token. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^ *[!-~][ -~]*$/.test(value);
}

/** Seconds. */
const [shortestLifetime, longestLifetime] = [1, 24 * 60 * 60];

/** Whether a lifetime in seconds is plausible. Spotify's is an hour. */
function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value >= shortestLifetime && value <= longestLifetime;
}

/** The fields of an error response of the token endpoint (RFC 6749 section 5.2), and its HTTP status. */
export interface TokenErrorResponse {
  readonly error: string;
  /** Empty if there is none. It changes without notice, so it must decide wording only. */
  readonly description: string;
  readonly status: number;
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
 * Reads an answer of the token endpoint (RFC 6749 sections 5.1 and 5.2). Harmless deviations are accepted: an empty refresh
 * token, a lifetime that is a string, a missing token type, an error with status 200.
 *
 * @param sentAt when the request was sent, epoch milliseconds. The lifetime counts from it, so the token is never used too
 * long.
 * @param now epoch milliseconds
 * @returns tokens, or Spotify's error
 * @throws RefrainError `rate_limited`, `quota_exceeded`, `spotify_unavailable`, `token_request_refused`,
 * `answer_unreadable`
 */
export async function readTokenAnswer(
  response: Response,
  sentAt: number,
  now: number,
): Promise<TokenFields | TokenErrorResponse> {
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
  return readTokens(body, sentAt);
}

function readTokens(body: Record<string, unknown>, sentAt: number): TokenFields {
  const { access_token, token_type, expires_in, refresh_token, scope } = body;
  const isBearer = !token_type || (typeof token_type === 'string' && token_type.toLowerCase() === 'bearer');
  if (!isToken(access_token) || !isBearer) throw new RefrainError('answer_unreadable');
  return {
    accessToken: access_token,
    refreshToken: isToken(refresh_token) ? refresh_token : undefined,
    // RFC 6749 appendix A.4 allows a few characters more. What controls a terminal is not a scope.
    scopes:
      typeof scope === 'string'
        ? [...new Set(scope.split(/\s+/).filter((name) => /^[\w:./-]+$/.test(name)))]
        : undefined,
    obtainedAt: sentAt,
    accessTokenExpiresAt: isLifetime(expires_in) ? sentAt + expires_in * 1000 : undefined,
  };
}
