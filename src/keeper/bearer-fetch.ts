import type { Endpoints } from '../spotify/endpoints.ts';
import { isRefrainError, RefrainError } from '../errors/refrain-error.ts';
import type { Clock } from './platform/clock.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** How much of a 401 body is read to find its reason: characters, and milliseconds. */
const maxBodyLength = 16_384;
const maxBodyTime = 2000;

/**
 * Makes a `fetch` for Spotify's Web API that sets the access token. After a 401 it refreshes the token and sends the
 * request once more. A path (`/v1/me`) is resolved against the Web API's origin.
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
    if (new URL(request.url).origin !== apiUrl) throw new RefrainError('endpoint_refused');
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
  return new Request(request, { headers });
}

/** Spotify also answers 401 if a scope is missing. A refresh does not add scopes. */
async function isScopeMissing(response: Response, clock: Clock): Promise<boolean> {
  const header = response.headers.get('www-authenticate') ?? '';
  return /permissions missing|insufficient.scope/i.test(`${header} ${await readStart(response, clock)}`);
}

/** Reads the start of a body, within limits, and leaves the body for the caller. */
async function readStart(response: Response, clock: Clock): Promise<string> {
  const reader = response.clone().body?.getReader();
  if (!reader) return '';
  const done = new AbortController();
  const late = clock.wait(maxBodyTime, { signal: done.signal, background: true }).then(() => undefined);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const chunk = await Promise.race([reader.read(), late]);
      if (!chunk || chunk.done) return text;
      text += decoder.decode(chunk.value, { stream: true });
      if (text.length >= maxBodyLength) return text;
    }
  } catch {
    return text;
  } finally {
    done.abort();
    void reader.cancel().catch(() => {});
  }
}
