import type { Endpoints } from '../spotify/endpoints.ts';
import { isRefrainError, RefrainError } from '../errors/refrain-error.ts';
import { withDeadline } from '../http/deadline.ts';
import { readBytes } from '../http/ask.ts';
import type { Clock } from './platform/clock.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** How long the body of a 401 is read to find its reason, in milliseconds. */
const maxBodyTime = 2000;

/**
 * Makes a `fetch` for Spotify's Web API that sets the access token. After a 401 it refreshes the token and sends the
 * request once more. A path (`/v1/me`) is resolved against the Web API's origin. A redirect is returned, not followed.
 * @throws RefrainError `endpoint_refused` for another origin, so that no token is sent to it
 */
export function createBearerFetch(
  accessToken: TokenKeeper['accessToken'],
  { apiUrl }: Endpoints,
  send: typeof fetch,
  clock: Clock,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(typeof input === 'string' ? new URL(input, apiUrl) : input, init);
    const { origin } = new URL(request.url);
    if (origin !== apiUrl) throw new RefrainError('endpoint_refused', { detail: origin });
    const { signal } = request;
    const token = await accessToken({ signal });
    // A body can be read only once, so the second request needs a copy.
    const copy = request.clone();
    const response = await send(withToken(request, token));
    if (response.status !== 401 || (await isScopeMissing(response, clock))) return response;
    const nextToken = await accessToken({ signal, rejected: token }).catch((error: unknown) => {
      if (isRefrainError(error)) return undefined;
      throw error;
    });
    if (nextToken === undefined) return response;
    // Not awaited: to cancel a body that never ends can take long.
    void response.body?.cancel().catch(() => {});
    return send(withToken(copy, nextToken));
  };
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${token}`);
  // Some runtimes send the header along to another host.
  return new Request(request, { headers, redirect: 'manual' });
}

/** Spotify also answers 401 if a scope is missing. A refresh does not add scopes. */
async function isScopeMissing(response: Response, clock: Clock): Promise<boolean> {
  const header = response.headers.get('www-authenticate') ?? '';
  return /permissions missing|insufficient.scope/i.test(`${header} ${await readBody(response, clock)}`);
}

/** Reads a body, and leaves it for the caller. An empty text if it is too long, or does not end in time. */
async function readBody(response: Response, clock: Clock): Promise<string> {
  const reader = response.clone().body?.getReader();
  if (!reader) return '';
  const wait = (signal: AbortSignal) => clock.wait(maxBodyTime, { signal, background: true });
  try {
    return new TextDecoder().decode(await withDeadline(readBytes(reader), wait, () => undefined));
  } catch {
    return '';
  } finally {
    void reader.cancel().catch(() => {});
  }
}
