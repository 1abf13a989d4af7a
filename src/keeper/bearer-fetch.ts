import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { Clock } from './platform/clock.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** How much of a refusal is read, and for how long, to find out what it is about: characters, and milliseconds. */
const mostRead = 16_384;
const longestReading = 2000;

/**
 * A `fetch` for Spotify's Web API that sets the access token, and after a 401 that another token can mend asks once more.
 * A path alone (`/v1/me`) is taken as the Web API's. A token goes to no other origin: there it throws `endpoint_refused`.
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
    // A body can be read once, so one is kept for the second time.
    const again = request.clone();
    const response = await send(withToken(request, token));
    if (response.status !== 401 || (await isAboutScope(response, clock))) return response;
    const next = await accessToken({ signal, rejected: token }).catch((error: unknown) => {
      if (error instanceof RefrainError) return undefined;
      throw error;
    });
    if (next === undefined) return response;
    // Not waited for: a body that never ends may take its time to be given up, too.
    void response.body?.cancel().catch(() => {});
    return send(withToken(again, next));
  };
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}

/** Spotify also says 401 where a scope is missing, and no refresh adds one. */
async function isAboutScope(response: Response, clock: Clock): Promise<boolean> {
  const said = response.headers.get('www-authenticate') ?? '';
  return /permissions missing|insufficient.scope/i.test(`${said} ${await beginningOf(response, clock)}`);
}

/** The beginning of a body that is left to be read by others; what does not come in time is not waited for. */
async function beginningOf(response: Response, clock: Clock): Promise<string> {
  const reader = response.clone().body?.getReader();
  if (!reader) return '';
  const enough = new AbortController();
  const late = clock.wait(longestReading, { signal: enough.signal, background: true }).then(() => undefined);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), late]);
      if (!part || part.done) return text;
      text += decoder.decode(part.value, { stream: true });
      if (text.length >= mostRead) return text;
    }
  } catch {
    return text;
  } finally {
    enough.abort();
    void reader.cancel().catch(() => {});
  }
}
