import { ask, parseJsonObject, type Sending } from '../http/ask.ts';
import { redactSecrets } from '../http/redact.ts';
import { checkNotBusy } from '../http/retry-after.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import { toFields } from './wire.ts';
import { type Endpoints, isSafeForSecrets } from '../spotify/endpoints.ts';

/** What every request to the Web API needs. */
export interface WebApiRequest extends Sending {
  readonly accessToken: string;
  readonly endpoints: Endpoints;
  /** The current time, epoch milliseconds. */
  readonly now: () => number;
}

/** What is needed to judge an answer. */
export interface JudgedRequest extends Pick<WebApiRequest, 'now'> {
  /** It is removed from what an error quotes. Undefined if a keeper has set it, so that it is not known here. */
  readonly accessToken?: string | undefined;
}

/**
 * Sends one GET request to the Web API.
 * @param path the path after `/v1`, with its query
 * @throws RefrainError `access_token_expired` if the access token cannot be one, `endpoint_refused` (nothing is sent);
 * what `ask` throws
 * @see https://developer.spotify.com/documentation/web-api/concepts/access-token
 */
export async function requestWebApi(path: string, request: WebApiRequest): Promise<Response> {
  const { accessToken, endpoints } = request;
  if (!/^[!-~]+$/.test(accessToken)) throw new RefrainError('access_token_expired');
  const url = new URL(`${endpoints.apiUrl}/v1${path}`);
  if (!isSafeForSecrets(url)) throw new RefrainError('endpoint_refused');
  return ask(url.href, { headers: { authorization: `Bearer ${accessToken}` } }, request);
}

/**
 * Sends one GET request to the Web API through a `fetch` that takes a path and sets the access token itself, like that of
 * a keeper.
 * @param path the path after `/v1`, with its query
 * @throws RefrainError what `ask` throws; what the source's own `fetch` throws, if that is a RefrainError
 */
export async function requestThroughSource(path: string, source: Sending): Promise<Response> {
  return ask(`/v1${path}`, {}, source);
}

/**
 * Reads an answer of the Web API.
 *
 * @returns its JSON object
 * @throws RefrainError `access_token_expired`, `scope_missing`, `user_not_registered`, `premium_required`, `forbidden`,
 * `web_api_refused`, `rate_limited`, `quota_exceeded`, `spotify_unavailable`, `answer_unreadable`
 * @see https://developer.spotify.com/documentation/web-api/concepts/api-calls
 */
export async function judgeWebApiAnswer(response: Response, request: JudgedRequest): Promise<Record<string, unknown>> {
  const text = await response.text();
  if (response.ok) return parseJsonObject(text);
  checkNotBusy(response, text, request.now());
  const { message, isError } = readMessage(text);
  const code = message === undefined ? undefined : (codeOf(response.status, message) ?? (isError && 'web_api_refused'));
  // HTML, or what Spotify does not send: something else has answered.
  if (message === undefined || !code) throw new RefrainError('answer_unreadable');
  const detail = code === 'web_api_refused' ? `HTTP ${response.status}` : undefined;
  throw new RefrainError(code, { detail, spotifySaid: redactSecrets(message, [request.accessToken]) });
}

/**
 * Spotify's message: from the JSON, or the text itself; undefined for HTML. `isError`: whether it is the message of a JSON
 * error. Spotify sends plain text with status 403 if the account is not listed for the app or the owner of the app has no
 * Premium.
 * @see https://github.com/zmb3/spotify/issues/301
 */
function readMessage(body: string): { readonly message: string | undefined; readonly isError: boolean } {
  try {
    const { error, error_description: description } = parseJsonObject(body) as Record<string, unknown>;
    const message = [toFields(error)?.['message'], description, error].find(
      (candidate) => typeof candidate === 'string',
    );
    return { message: message ?? '', isError: message !== undefined };
  } catch {
    return { message: /^\s*</.test(body) ? undefined : body.trim(), isError: false };
  }
}

/** Spotify does not document these messages: the words are from reports. Undefined for an answer that is not known. */
function codeOf(status: number, message: string): ErrorCode | undefined {
  if (/permissions missing|insufficient client scope/i.test(message)) return 'scope_missing';
  if (status === 401 || /only valid bearer/i.test(message)) return 'access_token_expired';
  if (status !== 403) return undefined;
  if (/not (be )?registered|check settings on/i.test(message)) return 'user_not_registered';
  return /premium/i.test(message) ? 'premium_required' : 'forbidden';
}
