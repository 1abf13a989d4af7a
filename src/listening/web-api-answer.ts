import { retryAtOf } from '../http/retry-after.ts';
import { parseJsonObject } from '../http/json.ts';
import { rateLimitError } from '../http/rate-limit.ts';
import { redactSecrets } from '../http/redact.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { WebApiRequest } from './web-api-request.ts';

/**
 * Reads an answer of the Web API.
 *
 * @returns its JSON object
 * @throws RefrainError `access_token_expired`, `scope_missing`, `user_not_registered`, `premium_required`, `forbidden`,
 * `rate_limited`, `quota_exceeded`, `spotify_unavailable`, `answer_unreadable`
 * @see https://developer.spotify.com/documentation/web-api/concepts/api-calls
 */
export async function judgeWebApiAnswer(
  response: Response,
  request: Pick<WebApiRequest, 'accessToken' | 'now'>,
): Promise<Record<string, unknown>> {
  const text = await response.text();
  if (response.ok) return parseJsonObject(text);
  const retryAt = retryAtOf(response.headers, request.now());
  if (response.status === 429) throw rateLimitError(text, retryAt);
  if (response.status >= 500) throw new RefrainError('spotify_unavailable', retryAt === undefined ? {} : { retryAt });
  const message = messageOf(text);
  if (message === undefined) throw new RefrainError('answer_unreadable');
  throw new RefrainError(codeOf(response.status, message), {
    spotifySaid: redactSecrets(message, [request.accessToken]),
  });
}

/**
 * Spotify's message: from the JSON, or the text itself; undefined for HTML. Spotify sends plain text with status 403 if
 * the account is not listed for the app or the owner of the app has no Premium.
 * @see https://github.com/zmb3/spotify/issues/301
 */
function messageOf(body: string): string | undefined {
  try {
    const { error, error_description: description } = parseJsonObject(body) as Record<string, unknown>;
    const message = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : undefined;
    const text = [message, description, error].find((candidate) => typeof candidate === 'string');
    return typeof text === 'string' ? text : '';
  } catch {
    return /^\s*</.test(body) ? undefined : body.trim();
  }
}

/** Spotify does not document these messages: the words are from reports. */
function codeOf(status: number, message: string): ErrorCode {
  if (/permissions missing|insufficient client scope/i.test(message)) return 'scope_missing';
  if (status === 401 || /only valid bearer/i.test(message)) return 'access_token_expired';
  if (status !== 403) return 'answer_unreadable';
  if (/not (be )?registered|check settings on/i.test(message)) return 'user_not_registered';
  return /premium/i.test(message) ? 'premium_required' : 'forbidden';
}
