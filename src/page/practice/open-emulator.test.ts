import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listeners } from '../../emulator/listeners/listeners.ts';
import { startEmulator, type RunningEmulator } from '../../emulator/node.ts';
import { createMovableClock } from '../../emulator/state/clock.ts';
import { World } from '../../emulator/state/world.ts';
import { webApi } from '../../emulator/web-api/web-api.ts';
import { buildAuthorizationUrl, createAuthorizationRequest } from '../../grants/authorization-request.ts';
import { checkCallback } from '../../grants/callback.ts';
import { exchangeCode } from '../../grants/code-exchange.ts';
import type { Endpoints } from '../../spotify/endpoints.ts';
import { scopes } from '../../spotify/scopes.ts';
import type { PracticeEmulator } from '../shared/practice-emulator.ts';
import { openEmulator } from './open-emulator.ts';

const redirectUri = 'https://me.github.io/refrain/';
const clock = { now: () => Date.parse('2026-11-24T12:00:00Z') };
const random = (length: number) => new Uint8Array(length).fill(7);
const allScopes = scopes.map(({ name }) => name);

/** One value for each parameter in the path of a route. */
const [track] = listeners[0].rotation;
const samples: Record<string, string> = {
  '/v1/tracks/:id': `/v1/tracks/${track?.id}`,
  '/v1/artists/:id': `/v1/artists/${track?.artists[0]?.id}`,
  '/v1/me/top/:type{artists|tracks}': '/v1/me/top/tracks',
};
/** Every route of the emulated Web API, from the emulator's own list. */
const routes = [
  ...new Set(
    webApi(new World(createMovableClock(clock), random))
      .routes.filter(({ method, path }) => method === 'GET' && !path.endsWith('*'))
      .map(({ path }) => path),
  ),
];

let server: RunningEmulator;
let emulator: PracticeEmulator;
let tokens: { readonly page: string; readonly port: string };

async function getToken(
  endpoints: Endpoints,
  fetch: typeof globalThis.fetch,
  agree: (address: URL) => Promise<URLSearchParams>,
): Promise<string> {
  const { clientId } = emulator;
  const grant = 'authorization_code_pkce';
  const request = createAuthorizationRequest({ grant, clientId, redirectUri, scopes: allScopes });
  const answer = await agree(await buildAuthorizationUrl(request, endpoints));
  const callback = checkCallback(answer, request, endpoints);
  const { now } = clock;
  return (await exchangeCode({ request, callback, endpoints, fetch, now, authorizedAt: now() })).accessToken;
}

beforeAll(async () => {
  server = await startEmulator({ clock, random });
  emulator = openEmulator(redirectUri, { clock, random });
  server.controls.changeApp(emulator.clientId, { redirectUris: [redirectUri] });
  server.controls.set({ consent: 'agree' });
  const atPort = { accountsUrl: server.url, apiUrl: server.url };
  tokens = {
    page: await getToken(emulator.endpoints, emulator.fetch, (address) => emulator.decide(address, 'agree')),
    port: await getToken(atPort, fetch, async (address) => {
      const answer = await fetch(address, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '').searchParams;
    }),
  };
});
afterAll(() => server.close());

describe('practice in the page', () => {
  it.each(routes)('answers GET %s as the emulator on a port does, without links', async (route) => {
    const path = route.includes(':') ? samples[route] : route;
    expect(path, 'a sample for each parameter').toBeDefined();
    const headers = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    const inPage = await emulator.fetch(`${emulator.endpoints.apiUrl}${path}`, headers(tokens.page));
    const onPort = await fetch(`${server.url}${path}`, headers(tokens.port));
    expect(inPage.status).toBe(onPort.status);
    const expected = (await onPort.text()).replaceAll(server.url, emulator.endpoints.apiUrl);
    expect(await inPage.json()).toEqual(
      JSON.parse(expected, (name, value: unknown) => (name === 'external_urls' ? {} : value)),
    );
    expect(expected).toContain(emulator.endpoints.apiUrl);
  });

  it.each(routes)('refuses GET %s without a token as the emulator on a port does', async (route) => {
    const path = samples[route] ?? route;
    const inPage = await emulator.fetch(`${emulator.endpoints.apiUrl}${path}`);
    const onPort = await fetch(`${server.url}${path}`);
    expect([inPage.status, await inPage.text()]).toEqual([onPort.status, await onPort.text()]);
  });

  it('draws the pictures of the emulator on a port', async () => {
    const address = `${emulator.endpoints.apiUrl}/artwork/${track?.id}/640.png`;
    const onPort = await fetch(`${server.url}/artwork/${track?.id}/160.png`);
    const [, inPage = ''] = emulator.pictureOf(address)?.split(',') ?? [];
    expect(inPage).toBe(Buffer.from(await onPort.arrayBuffer()).toString('base64'));
    expect(emulator.pictureOf('https://i.scdn.co/image/ab67')).toBeUndefined();
  });

  it('says what the white page of /authorize says', async () => {
    const request = { grant: 'authorization_code_pkce', clientId: 'f'.repeat(32), redirectUri, scopes: [] } as const;
    const address = await buildAuthorizationUrl(createAuthorizationRequest(request), emulator.endpoints);
    expect(await emulator.authorize(address)).toEqual({ kind: 'dead-end', line: 'INVALID_CLIENT: Invalid client' });
  });

  it('moves its clock forward, and rotates if asked to', async () => {
    const own = openEmulator(redirectUri, { clock, random });
    own.moveTo(clock.now() + 1000);
    expect(own.now()).toBe(clock.now() + 1000);
    expect(own.rotates).toBe(false);
    own.setRotates(true);
    expect(own.rotates).toBe(true);
  });
});
