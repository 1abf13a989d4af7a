import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import type { TokenKeeper } from './token-keeper.ts';

/**
 * A `fetch` for Spotify's Web API that sets the access token, and after a 401 that another token can mend asks once more.
 * A path alone (`/v1/me`) is taken as the Web API's. A token goes to no other origin: there it throws `endpoint_refused`.
 */
export function createBearerFetch(
  accessToken: TokenKeeper['accessToken'],
  { apiUrl }: Endpoints,
  send: typeof fetch,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(typeof input === 'string' ? new URL(input, apiUrl) : input, init);
    if (new URL(request.url).origin !== apiUrl) throw new RefrainError('endpoint_refused');
    const { signal } = request;
    const token = await accessToken({ signal });
    // A body can be read once, so one is kept for the second time.
    const again = request.clone();
    const response = await send(withToken(request, token));
    if (response.status !== 401 || (await isAboutScope(response))) return response;
    const next = await accessToken({ signal, rejected: token }).catch((error: unknown) => {
      if (error instanceof RefrainError) return undefined;
      throw error;
    });
    if (next === undefined) return response;
    await response.body?.cancel().catch(() => {});
    return send(withToken(again, next));
  };
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}

/** Spotify also says 401 where a scope is missing, and no refresh adds one. */
async function isAboutScope(response: Response): Promise<boolean> {
  const said = response.headers.get('www-authenticate') ?? '';
  const text = await response
    .clone()
    .text()
    .catch(() => '');
  return /permissions missing|insufficient.scope/i.test(`${said} ${text}`);
}
