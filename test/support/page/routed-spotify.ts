import type { Page, Route } from 'playwright-core';

/** One answer of the fake Spotify. */
export interface RoutedAnswer {
  readonly status: number;
  readonly body: string;
}

/** How the fake Spotify answers, and what it was asked. The answers can be changed at any time. */
export interface RoutedSpotify {
  /** The parameters of the callback; undefined for a white page without a redirect. */
  callback: (state: string) => readonly (readonly [string, string])[] | undefined;
  /** `undefined`: the connection breaks. */
  token: (form: URLSearchParams) => RoutedAnswer | undefined | Promise<RoutedAnswer>;
  account: () => RoutedAnswer | undefined;
  plays: () => RoutedAnswer | undefined;
  readonly tokenRequests: URLSearchParams[];
}

export const json = (status: number, value: unknown): RoutedAnswer => ({ status, body: JSON.stringify(value) });

export const defaultScopes = ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'];

export const tokens = (more: Record<string, unknown> = {}): RoutedAnswer =>
  json(200, {
    access_token: 'BQ-access-1',
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: 'AQ-refresh-1',
    scope: defaultScopes.join(' '),
    ...more,
  });

const track = {
  type: 'track',
  id: '3n3Ppam7vgaVa1iaRUc9Lp',
  name: 'Mr. Brightside',
  duration_ms: 222_075,
  is_local: false,
  explicit: true,
  external_urls: { spotify: 'https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp' },
  artists: [{ name: 'The Killers' }],
  album: { name: 'Hot Fuss', images: [{ url: 'https://i.scdn.co/image/ab67', width: 300, height: 300 }] },
};

export const playsOf = (...changes: Record<string, unknown>[]): RoutedAnswer =>
  json(200, {
    items: changes.map((change, index) => ({
      played_at: new Date(Date.now() - (index + 1) * 5 * 60_000).toISOString(),
      track: { ...track, ...change },
    })),
  });

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Answers Spotify's addresses in one window with a fake Spotify. No request leaves the machine. */
export async function routeSpotify(page: Page): Promise<RoutedSpotify> {
  const spotify: RoutedSpotify = {
    callback: (state) => [
      ['code', 'AQ-code-1'],
      ['state', state],
    ],
    token: () => tokens(),
    account: () => json(200, { id: 'ada', display_name: 'Ada Okafor', images: [] }),
    plays: () => playsOf({}),
    tokenRequests: [],
  };
  const answer = (route: Route, given: RoutedAnswer | undefined) =>
    given
      ? route.fulfill({
          status: given.status,
          headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
          body: given.body,
        })
      : route.abort();
  // The browser first sends a preflight request because of the Authorization header.
  const api = (name: 'account' | 'plays') => (route: Route) =>
    route.request().method() === 'OPTIONS'
      ? route.fulfill({
          headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' },
        })
      : answer(route, spotify[name]());

  await page.route('https://accounts.spotify.com/authorize**', (route) => {
    const asked = new URL(route.request().url());
    const parameters = spotify.callback(asked.searchParams.get('state') ?? '');
    if (!parameters) return route.fulfill({ status: 400, contentType: 'text/html', body: 'redirect_uri: Insecure' });
    const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
    for (const [name, value] of parameters) back.searchParams.append(name, value);
    return route.fulfill({ status: 302, headers: { location: back.href } });
  });
  await page.route('https://accounts.spotify.com/api/token', async (route) => {
    const form = new URLSearchParams(route.request().postData() ?? '');
    spotify.tokenRequests.push(form);
    return answer(route, await spotify.token(form));
  });
  await page.route('https://api.spotify.com/v1/me', api('account'));
  await page.route('https://api.spotify.com/v1/me/player/recently-played**', api('plays'));
  await page.route('https://i.scdn.co/**', (route) => route.fulfill({ contentType: 'image/png', body: pixel }));
  return spotify;
}
