import { ask, type Sending } from '../http/ask.ts';
import type { Endpoints } from '../spotify/endpoints.ts';
import { isSafeForSecrets } from '../spotify/loopback.ts';
import { RefrainError } from '../errors/refrain-error.ts';

/** What every request to the Web API needs. */
export interface WebApiRequest extends Sending {
  readonly accessToken: string;
  readonly endpoints: Endpoints;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Asks the Web API with GET, once.
 * @param path below `/v1`, its query included
 * @throws RefrainError `access_token_expired` for what cannot be a token, `endpoint_refused`, and whatever `ask` throws
 */
export async function requestWebApi(path: string, request: WebApiRequest): Promise<Response> {
  const { accessToken, endpoints } = request;
  if (!/^[!-~]+$/.test(accessToken)) throw new RefrainError('access_token_expired');
  const url = new URL(`${endpoints.apiUrl}/v1${path}`);
  if (!isSafeForSecrets(url)) throw new RefrainError('endpoint_refused');
  return ask(url.href, { headers: { authorization: `Bearer ${accessToken}` } }, request);
}
