import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { searchToo } from '../support/secrets/search.ts';
import { callbackOf, openTab, startRefrain, type Started } from '../support/command/started.ts';

const { clientId, clientSecret } = practiceApp;

let bench: RefrainBench;
const running: Started[] = [];
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(async () => {
  for (const { child } of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await bench.close();
});

function login(args: readonly string[] = [], options: Parameters<typeof startRefrain>[2] = {}): Started {
  const started = startRefrain(bench, ['login', '--client-id', clientId, '--no-browser', ...args], options);
  running.push(started);
  return started;
}

const profiles = async () => JSON.parse((await bench.run(['status', '--json'])).stdout).profiles;

/** Every file and folder below the home, with its mode. */
function modes(): string[] {
  const below = readdirSync(bench.home, { recursive: true, withFileTypes: true });
  return below.map((entry) => {
    const { mode } = statSync(join(entry.parentPath, entry.name));
    return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
  });
}

/** Asks the loopback server as only a program can: with any method and header. */
function ask(url: string, options: { method?: string; headers?: Record<string, string> }) {
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
  it('keeps what a consent brings, tells the tab and the terminal, and a token is there', async () => {
    const started = login(['--scope', 'user-top-read', '--scope', 'user-read-email']);
    const address = await started.address();
    expect(new URL(address).searchParams.get('scope')).toBe('user-top-read user-read-email');
    expect(new URL(address).searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const tab = await openTab(address);
    expect(tab.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/end$/);
    expect(tab.text).toContain('Kept, until');
    expect(tab.text).toContain('Maya Lindqvist');
    const { code, stdout, stderr } = await started.ended;
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('for Maya Lindqvist');
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

  it('says the same as one JSON document, without a token in it', async () => {
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
  ] as const)('prints the tokens as %s where it is told to', async (as, expected) => {
    const started = login(['--print', as]);
    await openTab(await started.address());
    const { stdout } = await started.ended;
    const refreshToken = (await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'])).stdout.trim();
    expect(refreshToken).not.toBe('');
    expect(stdout).toContain(expected(refreshToken));
  });

  it('keeps the secret beside the token where the grant wants one, from a variable or standard input', async () => {
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

  it('sends no secret where none is wanted, and keeps none', async () => {
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

  it('gives an access token alone for the grants that keep nothing', async () => {
    const started = login(['--grant', 'temporary']);
    await openTab(await started.address());
    expect((await started.ended).stdout).toMatch(/^\S{50,}\n$/);
    const app = await login(['--grant', 'client_credentials'], { env: { SPOTIFY_CLIENT_SECRET: clientSecret } }).ended;
    expect([app.code, app.stdout]).toEqual([0, expect.stringMatching(/^\S{50,}\n$/)]);
    expect(await profiles()).toEqual([]);
  });

  it('warns and ends well where /v1/me fails: the tokens are kept', async () => {
    bench.emulator.controls.answerNext({ path: '/v1/me', status: 502, body: 'bad gateway' });
    const started = login();
    await openTab(await started.address());
    const { code, stderr } = await started.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('Whose it is could not be learnt');
    expect(stderr).toContain('Try again in a minute.');
    expect(await profiles()).toMatchObject([{ state: 'live', account: null }]);
  });
});

describe('how a login ends otherwise', () => {
  it('is told no', async () => {
    bench.emulator.controls.set({ consent: 'cancel' });
    const started = login(['--json']);
    const tab = await openTab(await started.address());
    expect(tab.text).toContain('Spotify was told no');
    expect(tab.url).toMatch(/\/end$/);
    const { code, stdout } = await started.ended;
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'access_denied', message: expect.any(String), cure: expect.stringContaining('refrain login') },
    });
    expect(await profiles()).toEqual([]);
  });

  it('fails at the token endpoint, and the tab says so too', async () => {
    bench.emulator.controls.answerNext({ path: '/api/token', status: 503, body: 'no' });
    const started = login();
    const tab = await openTab(await started.address());
    expect(tab.text).toContain('Spotify has trouble');
    expect((await started.ended).code).toBe(1);
  });

  it('runs out of time', async () => {
    const { code, stderr } = await login(['--timeout', '1']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('Nobody came back from Spotify');
  });

  it('is ended by Ctrl-C, and its server with it', async () => {
    const started = login();
    const back = new URL(await started.address()).searchParams.get('redirect_uri') ?? '';
    await fetch(back);
    started.child.kill('SIGINT');
    const { code, stderr } = await started.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Ended before it was done');
    await expect(fetch(back)).rejects.toThrow(TypeError);
  });

  it('finds its port taken', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    const { code, stderr } = await login(['--port', String(port)]).ended;
    server.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port}`);
    expect(stderr).toContain('The port is taken');
  });

  it('uses the port that it is told', async () => {
    const free = createServer();
    await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
    const { port } = free.address() as { port: number };
    await new Promise((done) => free.close(done));
    const address = await login(['--port', String(port)]).address();
    expect(new URL(address).searchParams.get('redirect_uri')).toBe(`http://127.0.0.1:${port}/`);
  });

  it('is not disturbed by what is not Spotify’s answer, and a second answer has words of its own', async () => {
    const started = login();
    const address = await started.address();
    const callback = await callbackOf(address);
    const { origin, searchParams } = new URL(callback);

    expect((await fetch(`${origin}/favicon.ico`)).status).toBe(404);
    expect((await fetch(origin)).status).toBe(200);
    expect((await ask(callback, { method: 'HEAD' })).status).toBe(200);
    expect((await ask(callback, { method: 'POST' })).status).toBe(405);
    expect((await ask(callback, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })).status).toBe(503);
    expect((await ask(callback, { headers: { Purpose: 'prefetch' } })).status).toBe(503);
    expect((await ask(callback, { headers: { Host: 'evil.example' } })).status).toBe(421);
    const foreign = await ask(`${origin}/?code=AQabc&state=another`, {});
    expect(foreign.status).toBe(400);
    expect(foreign.text).toContain('An answer to another question');
    expect((await ask(`${origin}/?code=AQabc`, {})).text).toContain('An answer without its mark');
    expect(bench.emulator.controls.requests.filter(({ path }) => path === '/api/token')).toEqual([]);

    // The exchange is held up, so that a second one comes meanwhile.
    bench.emulator.controls.answerNext({ path: '/api/token', delayMs: 300, handled: true });
    const tabs = await Promise.all([openTab(callback), openTab(callback)]);
    // Which of the two is the second is not for this test to say.
    const titles = tabs.map(({ text }) => /<h1>(.*)<\/h1>/.exec(text)?.[1]).toSorted();
    expect(titles).toEqual(['Kept, until', 'This answer was used already']);
    expect(tabs.map(({ url }) => new URL(url).search)).toEqual(['', '']);
    expect((await started.ended).code).toBe(0);
    expect(started.stderr()).not.toContain(searchParams.get('code'));
    expect(bench.emulator.controls.requests.filter(({ path }) => path === '/api/token')).toHaveLength(1);
  });

  it('sends every tab a page that nothing can be put into, without the code', async () => {
    const started = login();
    const callback = await callbackOf(await started.address());
    const redirect = await ask(callback, {});
    expect([redirect.status, redirect.headers['location'], redirect.text]).toEqual([303, '/end', '']);
    const { headers, text } = await ask(new URL('/end', callback).href, {});
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(text).not.toMatch(/<script|https?:|<img|<link/);
    await started.ended;
  });
});

describe('what a login needs', () => {
  it.each([
    [['login'], 'A client ID is needed'],
    [['login', '--client-id', clientId, '--scope', 'user-red-email'], 'Did you mean user-read-email?'],
    [['login', '--client-id', clientId, '--preset', 'now'], 'There is no preset'],
    [['login', '--client-id', clientId, '--grant', 'authorization_code'], 'A client secret is needed'],
    [['login', '--client-id', clientId, '--grant', 'implicit'], 'Allowed choices'],
    [['login', '--client-id', clientId, '--client-secret', 'abc'], '--client-secret-stdin'],
    [['login', '--client-id', clientId, '--client-secret=abc'], 'A secret is no argument'],
    [['login', '--client-id', clientId, '--authorized-at', '2026-11-24'], '--with-token'],
    [['login', '--client-id', clientId, '--timeout', '0'], 'at least 1'],
    [['login', '--client-id', clientId, '--port', '65536'], '0 to 65535'],
    [['login', '--profile', '../up'], 'cannot be a profile'],
  ])('%j is wrong usage', async (args, words) => {
    const { code, stderr, stdout } = await bench.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    const json = await bench.run([...args, '--json']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'wrong_usage' } });
  });

  it('is another Spotify than the profile remembers: nothing is sent', async () => {
    await bench.login();
    const { code, stderr } = await bench.run(['login', '--client-id', clientId], {
      env: { SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:9' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('another Spotify');
  });
});

describe('refrain login --with-token', () => {
  const withToken = (token: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
    bench.run(['login', '--with-token', '--client-id', clientId, ...args], { stdin: token, env });

  it('tries it, keeps it with the date of its consent, and knows whose it is', async () => {
    const { refreshToken } = await bench.consent();
    const { code, stderr } = await withToken(`SPOTIFY_REFRESH_TOKEN="${refreshToken}"\n`, [
      '--authorized-at',
      '2026-11-01',
    ]);
    expect(code, stderr).toBe(0);
    const authorizedAt = Date.parse('2026-11-01');
    expect(await profiles()).toMatchObject([{ grant: null, authorizedAt, account: { id: 'maya.lindqvist' } }]);
  });

  it('says so where nobody knows when consent was given', async () => {
    const { refreshToken } = await bench.consent();
    const { stderr } = await withToken(refreshToken ?? '');
    expect(stderr).toContain('When it ends is not known');
    expect(await profiles()).toMatchObject([{ state: 'unknown', authorizedAt: null, daysLeft: null }]);
  });

  it.each(['2999-01-01', 'yesterday', '2026-02-30', '1999-01-01', '2026-13-01', ''])(
    'takes %j for no date',
    async (date) => {
      const { code } = await withToken('AQ', ['--authorized-at', date]);
      expect(code).toBe(2);
    },
  );

  it('keeps what was there where the new one is refused', async () => {
    const { refreshToken } = await bench.login();
    const { code, stderr } = await withToken('AQnonsense');
    expect(code).toBe(3);
    expect(stderr).toContain('Spotify refuses the refresh token');
    expect((await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'])).stdout).toBe(`${refreshToken}\n`);
  });

  it('promises no second try of a refused one, however young it is said to be', async () => {
    const { code, stderr } = await withToken('AQnonsense', ['--authorized-at', '2026-11-01']);
    expect(code).toBe(3);
    expect(stderr).toContain('Check that it is whole');
    expect(stderr).toContain('Spotify says: invalid_grant');
    expect(stderr).not.toContain('it is kept');
  });

  it('uses and keeps a secret that serves, and does without one that does not', async () => {
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

  it('can bring back a token that was forgotten', async () => {
    const { refreshToken } = await bench.login();
    await bench.run(['logout']);
    expect((await withToken(refreshToken)).code).toBe(0);
    expect(await profiles()).toHaveLength(1);
  });
});

it('advises a login where a token from elsewhere has expired: there is nothing to renew', async () => {
  const { code, stderr } = await bench.run(
    ['login', '--with-token', '--client-id', practiceApp.clientId, '--authorized-at', '2026-01-01'],
    { stdin: 'a-token-that-nobody-knows' },
  );
  expect(code).toBe(3);
  expect(stderr).toContain('Get a new one: refrain login');
  expect(stderr).not.toContain('refrain renew');
});
