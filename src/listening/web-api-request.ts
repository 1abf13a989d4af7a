import { ask, type Sending } from '../http/ask.ts';
import type { Endpoints } from '../spotify/endpoints.ts';
import { isSafeForSecrets } from '../spotify/loopback.ts';
import { RefrainError } from '../errors/refrain-error.ts';

/** What every request to the Web API needs. */
export interface WebApiRequest extends Sending {
  readonly accessToken: string;
  readonly endpoints: Endpoints;
  /** The current time, epoch milliseconds. */
  readonly now: () => number;
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
