import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CookieJar } from '../support/spotify/cookie-jar.ts';
import { oidcClients, startOidcServer, type OidcServer } from '../support/spotify/oidc-server.ts';
import { SecretSearch } from '../support/secrets/search.ts';
import { killCommands, startRefrain, type CommandSetup } from '../support/command/started.ts';

let server: OidcServer;
let bench: CommandSetup;

beforeEach(async () => {
  // The server warns about Node 20 and about its development pages.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  server = await startOidcServer(['http://127.0.0.1/callback']);
  const folder = mkdtempSync(join(tmpdir(), 'refrain other '));
  const search = new SecretSearch();
  search.learn('client secret', server.clientSecret);
  search.noteFolder(folder);
  bench = { emulator: { url: server.url }, folder, work: folder, home: join(folder, 'home'), search, children: [] };
});
afterEach(async () => {
  killCommands(bench);
  await server.close();
  vi.restoreAllMocks();
  try {
    bench.search.end();
  } finally {
    rmSync(bench.folder, { recursive: true, force: true });
  }
});

const start = (args: readonly string[], env: Record<string, string | undefined> = {}) =>
  startRefrain(bench, args, { env });

/** Signs in and approves as a browser would, up to the callback. Returns the last page. */
async function approve(address: string): Promise<string> {
  const jar = new CookieJar();
  let url = new URL(address);
  const back = new URL(url.searchParams.get('redirect_uri') ?? '');
  for (let step = 0; step < 12; step += 1) {
    let response = await jar.fetch(url);
    if (!response.headers.has('location') && url.origin !== back.origin) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? '';
      const body = new URLSearchParams({ prompt, login: 'ada', password: 'any' });
      response = await jar.fetch(url, { method: 'POST', body });
    }
    const location = response.headers.get('location');
    if (!location) return response.text();
    url = new URL(location, url);
  }
  throw new Error('No callback.');
}

it.each([
  ['authorization_code_pkce', oidcClients.public],
  ['authorization_code', oidcClients.confidential],
])('logs in with %s at an independent OAuth server, and gets a token', async (grant, clientId) => {
  const secret = { SPOTIFY_CLIENT_SECRET: server.clientSecret };
  const login = start(
    ['login', '--no-browser', '--client-id', clientId, '--grant', grant, '--scope', 'user-top-read'],
    grant === 'authorization_code' ? secret : {},
  );
  expect(await approve(await login.address())).toContain('You’re logged in.');
  const { code, stderr } = await login.ended;
  expect(code).toBe(0);
  // The server has no /v1/me, which is only a warning.
  expect(stderr).toContain('Could not read the account.');
  const token = await start(['token']).ended;
  expect([token.code, token.stdout]).toEqual([0, expect.stringMatching(/^\S+\n$/)]);
});

it('saves the new refresh token if the old one is only in a variable, and uses it', async () => {
  const login = start(['login', '--no-browser', '--client-id', oidcClients.public, '--scope', 'user-top-read']);
  await approve(await login.address());
  await login.ended;
  const variables = parseEnv((await start(['env', '-']).ended).stdout) as Record<string, string>;
  const env = { ...variables, REFRAIN_HOME: join(bench.folder, 'elsewhere') };
  const first = await start(['token'], env).ended;
  expect(first.code).toBe(0);
  expect(first.stderr).toContain('Spotify has replaced the refresh token');
  const saved = (await start(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'], env).ended).stdout.trim();
  expect(saved).not.toBe(variables['SPOTIFY_REFRESH_TOKEN']);
  expect((await start(['token'], env).ended).code).toBe(0);
});
