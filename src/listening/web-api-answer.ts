import { retryAtOf } from '../http/retry-after.ts';
import { parseJsonObject } from '../http/json.ts';
import { rateLimitError } from '../http/rate-limit.ts';
import { redactSecrets } from '../http/redact.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { WebApiRequest } from './web-api-request.ts';

/**
 * Judges an answer of the Web API: the JSON object in it, or the RefrainError that says why there is none.
 *
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
  const said = messageOf(text);
  if (said === undefined) throw new RefrainError('answer_unreadable');
  throw new RefrainError(meaningOf(response.status, said), {
    spotifySaid: redactSecrets(said, [request.accessToken]),
  });
}

/** Spotify's words: from its JSON, or the text itself, as at the two 403 gates; undefined for a page of HTML. */
function messageOf(text: string): string | undefined {
  try {
    const { error, error_description: description } = parseJsonObject(text) as Record<string, unknown>;
    const message = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : undefined;
    const words = [message, description, error].find((candidate) => typeof candidate === 'string');
    return typeof words === 'string' ? words : '';
  } catch {
    return /^\s*</.test(text) ? undefined : text.trim();
  }
}

function meaningOf(status: number, said: string): ErrorCode {
  if (/permissions missing|insufficient client scope/i.test(said)) return 'scope_missing';
  if (status === 401 || /only valid bearer/i.test(said)) return 'access_token_expired';
  if (status !== 403) return 'answer_unreadable';
  if (/not (be )?registered|check settings on/i.test(said)) return 'user_not_registered';
  return /premium/i.test(said) ? 'premium_required' : 'forbidden';
}
