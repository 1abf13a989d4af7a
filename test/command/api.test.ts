import { afterEach, beforeEach, expect, it } from 'vitest';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const webApiRequests = () =>
  bench.emulator.controls.requests.filter(({ path }) => path.startsWith('/v1/')).map(({ path }) => path);

it.each([
  ['/me/player/recently-played', []],
  ['/v1/me/player/recently-played', []],
  ['me/player/recently-played', ['--json']],
])('prints the body of the answer and nothing else: %s %j', async (path, flags) => {
  const { keeper } = await bench.login();
  const expected = await (await keeper.fetch('/v1/me/player/recently-played')).text();
  bench.emulator.controls.forgetRequests();
  const { code, stdout, stderr } = await bench.run(['api', path, ...flags]);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ items: expect.any(Array) });
  expect(stdout).toBe(expected);
  expect(webApiRequests()).toEqual(['/v1/me/player/recently-played']);
});

it('passes the query on', async () => {
  await bench.login();
  const { stdout } = await bench.run(['api', '/me/player/recently-played?limit=2']);
  expect(JSON.parse(stdout)).toMatchObject({ items: [expect.anything(), expect.anything()] });
});

it('uses the token of a profile', async () => {
  await bench.login({ profile: 'work' });
  expect((await bench.run(['api', '/me', '--profile', 'work'])).code).toBe(0);
});

it.each([
  ['a scope is missing', { scopes: ['user-top-read'] }, '/me/player/recently-played', 403, 3],
  ['there is nothing at the path', {}, '/nothing/here', 404, 1],
])('prints the body if %s, says why on standard error, and fails', async (_, options, path, status, exitCode) => {
  await bench.login(options);
  for (const flags of [[], ['--json']]) {
    const { code, stdout, stderr } = await bench.run(['api', path, ...flags]);
    expect(code).toBe(exitCode);
    expect(JSON.parse(stdout)).toMatchObject({ error: { status } });
    expect(stderr).toMatch(/^error: /);
  }
});

it('prints the error document if nobody is logged in', async () => {
  const { code, stdout } = await bench.run(['api', '/me', '--json']);
  expect([code, JSON.parse(stdout)]).toMatchObject([3, { error: { code: 'not_logged_in' } }]);
  expect((await bench.run(['api', '/me'])).stdout).toBe('');
});

it('prints the error document if there is no answer', async () => {
  await bench.login();
  const nowhere = { env: { SPOTIFY_API_URL: 'http://127.0.0.1:9' } };
  const { code, stdout } = await bench.run(['api', '/me', '--json'], nowhere);
  expect([code, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'network' } }]);
});

it.each(['https://evil.example/v1/me', '//evil.example/me', '/v1/../emulator', '/..%2f/%2e%2e/emulator'])(
  'refuses %s, and sends nothing',
  async (path) => {
    await bench.login();
    bench.emulator.controls.forgetRequests();
    const { code, stdout } = await bench.run(['api', path, '--json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([2, { error: { code: 'wrong_usage' } }]);
    expect(bench.emulator.controls.requests).toEqual([]);
  },
);

it('refreshes an access token that Spotify has rejected, and saves a replaced refresh token first', async () => {
  bench.emulator.controls.set({ rotatesRefreshTokens: true });
  const { keeper } = await bench.login();
  const before = await keeper.secrets();
  bench.emulator.controls.moveClock({ advanceMs: 2 * 3_600_000 });
  expect((await bench.run(['api', '/me'])).code).toBe(0);
  expect((await keeper.secrets())?.refreshToken).not.toBe(before?.refreshToken);
  await keeper.refreshNow();
  expect(await keeper.state()).toMatchObject({ state: 'live', rotates: true });
});
