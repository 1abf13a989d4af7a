import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../../scripts/free-port.mjs';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { searchToo } from '../support/secrets/search.ts';
import { callbackOf, openTab, startRefrain, type RunningCommand } from '../support/command/started.ts';

const { clientId, clientSecret } = practiceApp;

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

function login(args: readonly string[] = [], options: Parameters<typeof startRefrain>[2] = {}): RunningCommand {
  return startRefrain(bench, ['login', '--client-id', clientId, '--no-browser', ...args], options);
}

const profiles = async () => JSON.parse((await bench.run(['status', '--json'])).stdout).profiles;

/** All files and folders in the home folder, with their modes. */
function modes(): string[] {
  const below = readdirSync(bench.home, { recursive: true, withFileTypes: true });
  return below.map((entry) => {
    const { mode } = statSync(join(entry.parentPath, entry.name));
    return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
  });
}

/** Listens at any free port, and returns it. */
async function listenAt(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as { port: number }).port;
}

/** Sends a request to the loopback server, with any method and header. */
function send(url: string, options: { method?: string; headers?: Record<string, string> }) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = httpRequest(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more) => (text += more));
      response.on('end', () => {
        searchToo('what the loopback server answers', `${JSON.stringify(response.headers)}\n${text}`);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on('error', reject).end();
  });
}

describe('refrain login', () => {
  it('saves the tokens, says so in tab and terminal, and gives an access token', async () => {
    const started = login(['--scope', 'user-top-read', '--scope', 'user-read-email']);
    const address = await started.address();
    expect(new URL(address).searchParams.get('scope')).toBe('user-top-read user-read-email');
    expect(new URL(address).searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(started.stderr()).toContain('\nhttp://127.0.0.1/callback\n');
    const tab = await openTab(address);
    expect(tab.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/end$/);
    expect(tab.text).toContain('You’re logged in.');
    expect(tab.text).toContain('Maya Lindqvist');
    const { code, stdout, stderr } = await started.ended;
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Logged in as Maya Lindqvist (profile “default”). Valid until ');
    expect(await profiles()).toEqual([
      {
        name: 'default',
        clientId,
        account: { id: 'maya.lindqvist', accountId: expect.any(String), displayName: 'Maya Lindqvist' },
        grant: 'authorization_code_pkce',
        scopes: ['user-top-read', 'user-read-email'],
        state: 'live',
        authorizedAt: expect.any(Number),
        refreshTokenExpiresAt: expect.any(Number),
        daysLeft: 180,
        nextTryAt: null,
        pushedTo: [],
      },
    ]);
    expect(new Set(modes())).toEqual(new Set(['folder 700', 'file 600']));
    expect(statSync(bench.home).mode & 0o777).toBe(0o700);

    const token = await bench.run(['token', '--json']);
    expect(JSON.parse(token.stdout)).toEqual({ accessToken: expect.any(String), expiresAt: expect.any(Number) });
    const me = await fetch(`${bench.emulator.url}/v1/me`, {
      headers: { authorization: `Bearer ${JSON.parse(token.stdout).accessToken}` },
    });
    expect(me.status).toBe(200);
  });

  it('prints one JSON document without tokens', async () => {
    const started = login(['--json', '--preset', 'Now playing']);
    await openTab(await started.address());
    const { code, stdout } = await started.ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ profile: 'default', state: 'live', account: { id: 'maya.lindqvist' } });
    expect(stdout).not.toMatch(/"(?:refreshToken|accessToken)":/);
  });

  it.each([
    ['token', (token: string) => `${token}\n`],
    ['env', (token: string) => `SPOTIFY_REFRESH_TOKEN=${token}\n`],
    ['json', (token: string) => `{"refreshToken":"${token}","accessToken":"`],
  ] as const)('prints the tokens with --print %s', async (as, expected) => {
    const started = login(['--print', as]);
    await openTab(await started.address());
    const { stdout } = await started.ended;
    const refreshToken = (await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'])).stdout.trim();
    expect(refreshToken).not.toBe('');
    expect(stdout).toContain(expected(refreshToken));
  });

  it('saves the client secret if the grant needs one, from a variable or standard input', async () => {
    for (const [profile, options] of [
      ['variable', { env: { SPOTIFY_CLIENT_SECRET: clientSecret } }],
      ['stdin', { stdin: `${clientSecret}\n` }],
    ] as const) {
      const flags = ['--grant', 'authorization_code', '--profile', profile];
      const started = login(profile === 'stdin' ? [...flags, '--client-secret-stdin'] : flags, options);
      await openTab(await started.address());
      expect((await started.ended).code).toBe(0);
      expect((await bench.run(['env', '--get', 'SPOTIFY_CLIENT_SECRET', '--profile', profile])).stdout).toBe(
        `${clientSecret}\n`,
      );
    }
  });

  it('neither sends nor saves a client secret that the grant does not need', async () => {
    const started = login([], { env: { SPOTIFY_CLIENT_SECRET: clientSecret } });
    await openTab(await started.address());
    await started.ended;
    const [sent, ...more] = bench.emulator.controls.requests.filter(({ path }) => path === '/api/token');
    expect(more).toEqual([]);
    expect(sent?.form).toHaveProperty('code_verifier');
    expect(sent?.form).not.toHaveProperty('client_secret');
    expect(sent?.headers).not.toHaveProperty('authorization');
    const all = readdirSync(bench.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(all.join('')).toContain('refreshToken');
    expect(all.join('')).not.toContain(clientSecret);
  });

  it('only prints an access token for the grants that save nothing', async () => {
    const started = login(['--grant', 'temporary']);
    await openTab(await started.address());
    expect((await started.ended).stdout).toMatch(/^\S{50,}\n$/);
    const app = await login(['--grant', 'client_credentials'], { env: { SPOTIFY_CLIENT_SECRET: clientSecret } }).ended;
    expect([app.code, app.stdout]).toEqual([0, expect.stringMatching(/^\S{50,}\n$/)]);
    expect(await profiles()).toEqual([]);
  });

  it('saves the tokens and warns if /v1/me fails', async () => {
    bench.emulator.controls.answerNext({ path: '/v1/me', status: 502, body: 'bad gateway' });
    const started = login();
    await openTab(await started.address());
    const { code, stderr } = await started.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('Could not read the account.');
    expect(stderr).toContain('Try again in a minute.');
    expect(await profiles()).toMatchObject([{ state: 'live', account: null }]);
  });
});

describe('a login that does not succeed', () => {
  it('ends with 3 if the user declines', async () => {
    bench.emulator.controls.set({ consent: 'cancel' });
    const started = login(['--json']);
    const tab = await openTab(await started.address());
    expect(tab.text).toContain('You declined on Spotify');
    expect(tab.url).toMatch(/\/end$/);
    const { code, stdout } = await started.ended;
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'access_denied', message: expect.any(String), cure: expect.stringContaining('refrain login') },
    });
    expect(await profiles()).toEqual([]);
  });

  it('shows an error of the token endpoint in the tab', async () => {
    bench.emulator.controls.answerNext({ path: '/api/token', status: 503, body: 'no' });
    const started = login();
    const tab = await openTab(await started.address());
    expect(tab.text).toContain('Spotify has problems right now');
    expect((await started.ended).code).toBe(1);
  });

  it('times out', async () => {
    const { code, stderr } = await login(['--timeout', '1']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('error: timed out after 1 second waiting for you to approve in the browser.');
  });

  it('stops with Ctrl-C, and closes its server', async () => {
    const started = login();
    const back = new URL(await started.address()).searchParams.get('redirect_uri') ?? '';
    await fetch(back);
    started.child.kill('SIGINT');
    const { code, stderr } = await started.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Cancelled. Nothing was changed.');
    await expect(fetch(back)).rejects.toThrow(TypeError);
  });

  it('saves the token if its terminal is closed during the exchange', async () => {
    const started = login();
    const callback = await callbackOf(await started.address());
    const { controls } = bench.emulator;
    controls.answerNext({ path: '/api/token', delayMs: 300, handled: true });
    const tab = fetch(callback).catch(() => undefined);
    while (!controls.requests.some(({ path }) => path === '/api/token')) {
      await new Promise((turn) => setImmediate(turn));
    }
    for (const output of [started.child.stdout, started.child.stderr]) output?.destroy();
    started.child.kill('SIGHUP');
    expect((await started.ended).code).toBe(129);
    await tab;
    expect(await profiles()).toMatchObject([{ state: 'live' }]);
  });

  it('says that the port is in use, and names both ways out', async () => {
    const server = createServer((socket) => socket.destroy());
    const port = await listenAt(server);
    const { code, stderr } = await login(['--port', String(port)]).ended;
    server.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`error: port ${port} is in use by another program, which does not say what it is.\n`);
    expect(stderr).toContain('`--port N` (http://127.0.0.1:N/callback)');
    expect(stderr).toContain('`--redirect-uri http://127.0.0.1/callback`');
  });

  it('says that another login holds the port', async () => {
    const other = login();
    const { port } = new URL(new URL(await other.address()).searchParams.get('redirect_uri') ?? '');
    const { stderr } = await login(['--port', port]).ended;
    expect(stderr).toContain(`error: port ${port} is in use by another login of Refrain that is still waiting.\n`);
  });

  it('listens at the port of --port, and names exactly that address', async () => {
    const port = await findFreePort();
    const started = login(['--port', String(port)]);
    const address = await started.address();
    const redirectUri = `http://127.0.0.1:${port}/callback`;
    expect(new URL(address).searchParams.get('redirect_uri')).toBe(redirectUri);
    expect(started.stderr().split('\n')).toContain(redirectUri);
  });

  it('listens at the address of --redirect-uri', async () => {
    const redirectUri = `http://127.0.0.1:${await findFreePort()}/spotify/cb`;
    const started = login(['--redirect-uri', redirectUri]);
    const address = await started.address();
    expect(new URL(address).searchParams.get('redirect_uri')).toBe(redirectUri);
    expect((await openTab(address)).text).toContain('You’re logged in.');
    expect((await started.ended).code).toBe(0);
  });

  it('goes on waiting after a callback that is not an answer of Spotify', async () => {
    const started = login();
    const address = await started.address();
    const callback = new URL(await callbackOf(address));
    const incomplete = new URL(callback);
    incomplete.searchParams.set('code', '');
    const foreign = new URL(callback);
    foreign.searchParams.set('iss', 'https://evil.example');
    for (const { href } of [incomplete, foreign]) expect((await send(href, {})).status).toBe(400);
    expect((await openTab(callback.href)).text).toContain('You’re logged in.');
    expect((await started.ended).code).toBe(0);
  });

  it('notices a service worker of another app', async () => {
    const started = login();
    const back = new URL(new URL(await started.address()).searchParams.get('redirect_uri') ?? '');
    await send(new URL('/sw.js', back).href, { headers: { 'Service-Worker': 'script' } });
    await started.says(/service worker of another app/);
    expect(started.stderr()).toContain(`once ran at ${back.origin}.`);
  });

  it('ignores what is not its callback, and answers the same callback only once', async () => {
    const started = login();
    const address = await started.address();
    const callback = await callbackOf(address);
    const { origin, pathname, searchParams } = new URL(callback);
    const back = `${origin}${pathname}`;

    expect((await fetch(`${origin}/favicon.ico`)).status).toBe(404);
    expect((await fetch(origin)).status).toBe(404);
    expect((await fetch(back)).status).toBe(200);
    expect((await send(callback, { method: 'HEAD' })).status).toBe(200);
    expect((await send(callback, { method: 'POST' })).status).toBe(405);
    expect((await send(callback, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })).status).toBe(503);
    expect((await send(callback, { headers: { Purpose: 'prefetch' } })).status).toBe(503);
    expect((await send(callback, { headers: { Host: 'evil.example' } })).status).toBe(421);
    const foreign = await send(`${back}?code=AQabc&state=another`, {});
    expect(foreign.status).toBe(400);
    expect(foreign.text).toContain('Sign-in mismatch (state)');
    expect((await send(`${back}?code=AQabc`, {})).text).toContain('Sign-in mismatch (no state)');
    expect(bench.emulator.controls.requests.filter(({ path }) => path === '/api/token')).toEqual([]);

    // Delays the exchange, so that the second callback arrives during it.
    bench.emulator.controls.answerNext({ path: '/api/token', delayMs: 300, handled: true });
    const tabs = await Promise.all([openTab(callback), openTab(callback)]);
    // Either tab can be the second.
    const titles = tabs.map(({ text }) => /<h1>(.*)<\/h1>/.exec(text)?.[1]).toSorted();
    expect(titles).toEqual(['This callback was already used', 'You’re logged in.']);
    expect(tabs.map(({ url }) => new URL(url).search)).toEqual(['', '']);
    expect((await started.ended).code).toBe(0);
    expect(started.stderr()).not.toContain(searchParams.get('code'));
    expect(bench.emulator.controls.requests.filter(({ path }) => path === '/api/token')).toHaveLength(1);
  });

  it('shows a page without the code, scripts or links', async () => {
    const started = login();
    const callback = await callbackOf(await started.address());
    const redirect = await send(callback, {});
    expect([redirect.status, redirect.headers['location'], redirect.text]).toEqual([303, '/end', '']);
    const { headers, text } = await send(new URL('/end', callback).href, {});
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(text).not.toMatch(/<script|https?:|<img|<link/);
    await started.ended;
  });
});

describe('wrong usage of login', () => {
  it.each([
    [['login'], 'error: a client ID is needed'],
    [['login', '--client-id', clientId, '--scope', 'user-red-email'], 'Did you mean user-read-email?'],
    [['login', '--client-id', clientId, '--preset', 'now'], 'error: unknown preset'],
    [['login', '--client-id', clientId, '--grant', 'authorization_code'], 'error: a client secret is needed'],
    [['login', '--client-id', clientId, '--grant', 'implicit'], 'Allowed choices'],
    [['login', '--client-id', clientId, '--client-secret', 'abc'], '--client-secret-stdin'],
    [['login', '--client-id', clientId, '--client-secret=abc'], 'error: a secret cannot be an argument'],
    [['login', '--client-id', clientId, '--authorized-at', '2026-11-24'], '--with-token'],
    [['login', '--client-id', clientId, '--timeout', '0'], 'at least 1'],
    [['login', '--client-id', clientId, '--timeout', '100000'], 'at most 99999'],
    [['login', '--client-id', clientId, '--port', '65536'], '0 to 65535'],
    [['login', '--port', '1', '--redirect-uri', 'http://127.0.0.1/'], 'cannot be used together'],
    [['login', '--redirect-uri', 'http://localhost:8888/callback'], 'Use http://127.0.0.1:8888/callback'],
    [['login', '--redirect-uri', 'https://example.com/callback'], 'needs a terminal'],
    [['login', '--profile', '../up'], 'is not a valid profile name'],
  ])('is explained, and ends with 2: %j', async (args, text) => {
    const { code, stderr, stdout } = await bench.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(text);
    const json = await bench.run([...args, '--json']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'wrong_usage' } });
  });

  it('refuses a different accounts URL than the profile has', async () => {
    await bench.login();
    const { code, stderr } = await bench.run(['login', '--client-id', clientId], {
      env: { SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:9' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('another accounts service: ');
  });
});

describe('refrain login --with-token', () => {
  const withToken = (token: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
    bench.run(['login', '--with-token', '--client-id', clientId, ...args], { stdin: token, env });

  it('tries the token, and saves it with its consent date and account', async () => {
    const { refreshToken } = await bench.consent();
    const { code, stderr } = await withToken(`SPOTIFY_REFRESH_TOKEN="${refreshToken}"\n`, [
      '--authorized-at',
      '2026-11-01',
    ]);
    expect(code, stderr).toBe(0);
    const authorizedAt = Date.parse('2026-11-01');
    expect(await profiles()).toMatchObject([{ grant: null, authorizedAt, account: { id: 'maya.lindqvist' } }]);
  });

  it('says that the expiry is unknown without a consent date', async () => {
    const { refreshToken } = await bench.consent();
    const { stderr } = await withToken(refreshToken ?? '');
    expect(stderr).toContain('Expiry unknown (no consent date)');
    expect(await profiles()).toMatchObject([{ state: 'unknown', authorizedAt: null, daysLeft: null }]);
  });

  it.each(['yesterday', '2026-02-30', '2026-13-01', ''])('refuses %j as a date', async (date) => {
    const { code } = await withToken('AQ', ['--authorized-at', date]);
    expect(code).toBe(2);
  });

  it.each(['2999-01-01', '1999-01-01'])('does not believe the date %s, and says so', async (date) => {
    const { stderr } = await withToken('AQ', ['--authorized-at', date]);
    expect(stderr).toContain(`--authorized-at is ${date}`);
    expect(stderr).toContain('so it is not used');
  });

  it('does not change the profile if Spotify refuses the new token', async () => {
    const { refreshToken } = await bench.login();
    const { code, stderr } = await withToken('AQnonsense');
    expect(code).toBe(3);
    expect(stderr).toContain('Spotify rejected the refresh token');
    expect((await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'])).stdout).toBe(`${refreshToken}\n`);
  });

  it('does not suggest to retry or renew a refused token', async () => {
    const { code, stderr } = await withToken('AQnonsense', ['--authorized-at', '2026-11-01']);
    expect(code).toBe(3);
    expect(stderr).toContain('Check that it is complete');
    expect(stderr).toContain('Spotify says: invalid_grant');
    expect(stderr).not.toMatch(/refrain (?:renew|token)/);
  });

  it('saves a client secret that works, and ignores one that does not', async () => {
    const tokens = await bench.consent({ grant: 'authorization_code' });
    const secret = { SPOTIFY_CLIENT_SECRET: clientSecret };
    expect((await withToken(tokens.refreshToken ?? '', ['--profile', 'a'], secret)).code).toBe(0);
    expect((await bench.run(['env', '--get', 'SPOTIFY_CLIENT_SECRET', '--profile', 'a'])).stdout).toContain(
      clientSecret,
    );
    const pkce = await bench.consent();
    const wrong = { SPOTIFY_CLIENT_SECRET: '0123456789abcdef0123456789abcdef' };
    expect((await withToken(pkce.refreshToken ?? '', ['--profile', 'b'], wrong)).code).toBe(0);
  });

  it('imports a token again after logout', async () => {
    const { refreshToken } = await bench.login();
    await bench.run(['logout']);
    expect((await withToken(refreshToken)).code).toBe(0);
    expect(await profiles()).toHaveLength(1);
  });
});

it('suggests login, not renew, if the imported token has expired', async () => {
  const { code, stderr } = await bench.run(
    ['login', '--with-token', '--client-id', practiceApp.clientId, '--authorized-at', '2026-01-01'],
    { stdin: 'an-unknown-token' },
  );
  expect(code).toBe(3);
  expect(stderr).toContain('`refrain login`');
  expect(stderr).not.toContain('refrain renew');
});
