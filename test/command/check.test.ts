import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { startRefrain, type CommandResult } from '../support/command/started.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const names = [
  'node',
  'network',
  'clock',
  'redirect_uri',
  'client_id',
  'client_secret',
  'refresh_token',
  'scopes',
  'premium',
  'user_list',
];

interface Line {
  readonly name: string;
  readonly verdict: string;
  readonly message: string;
  readonly cure: string | null;
}

const linesOf = ({ stdout }: CommandResult): readonly Line[] => JSON.parse(stdout).checks;

/** Runs `check` and returns the exit code, the verdicts other than ok by name, and the lines. */
async function check(env: Record<string, string | undefined> = {}) {
  const ran = await bench.run(['check', '--json'], { env });
  const lines = linesOf(ran);
  expect(lines.map(({ name }) => name)).toEqual(names);
  const notOk = Object.fromEntries(
    lines.filter(({ verdict }) => verdict !== 'ok').map(({ name, verdict }) => [name, verdict]),
  );
  const line = (name: string) => lines.find((one) => one.name === name)!;
  return { code: ran.code, notOk, line, ran };
}

const refreshes = () => bench.emulator.controls.requests.filter(({ path }) => path === '/api/token').length;
const { clientId, clientSecret } = practiceApp;
const after = (from: string) =>
  Object.fromEntries(names.slice(names.indexOf(from)).map((name) => [name, 'not_checked']));

describe('refrain check', () => {
  it('names the file of a record that cannot be read', async () => {
    await bench.login();
    const folder = join(bench.home, 'profiles', 'default', 'versions');
    writeFileSync(join(folder, readdirSync(folder).find((name) => name.startsWith('record')) ?? ''), 'torn');
    const { stdout } = await bench.run(['check', '--json']);
    expect(stdout).toContain('set-aside');
  });

  it('finds nothing wrong when all is well', async () => {
    await bench.login();
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([0, {}]);
    expect(line('user_list').message).toContain('maya.lindqvist');
    expect(line('refresh_token').message).toMatch(/^It works\. 1(79|80) days left/);
    // It saves the account, which the login could not get.
    expect(JSON.parse((await bench.run(['status', '--json'])).stdout).profiles[0].account.id).toBe('maya.lindqvist');
  });

  it('prints one line for each check, without colours or secrets', async () => {
    const { refreshToken } = await bench.login();
    const { code, stdout, stderr } = await bench.run(['check']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(names.length);
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^(ok|wrong|unknown|not checked) {2,}\S/);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toContain(refreshToken);
  });

  it('needs a person if there is no login', async () => {
    const { code, notOk, line } = await check();
    expect(code).toBe(3);
    expect(notOk).toEqual({
      redirect_uri: 'not_checked',
      client_id: 'not_checked',
      client_secret: 'not_checked',
      refresh_token: 'wrong',
      scopes: 'not_checked',
      premium: 'not_checked',
      user_list: 'not_checked',
    });
    expect(line('refresh_token').cure).toContain('refrain login');
  });

  it('says that Spotify cannot be reached, and stops there', async () => {
    await bench.login();
    await bench.emulator.close();
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([1, { ...after('clock'), network: 'wrong' }]);
    expect(line('network').message).toContain('ECONNREFUSED');
  });

  it.each([
    ['an outage at Spotify', { fault: 'bad_gateway', path: '/authorize' }, /has a problem \(HTTP 502\)/],
    ['a network that wants a login', { fault: 'login_page', path: '/v1/me' }, /is not Spotify’s \(HTTP 200\)/],
  ] as const)('recognises %s', async (_what, answer, text) => {
    await bench.login();
    bench.emulator.controls.answerNext(answer);
    const { code, notOk, line } = await check();
    expect([code, notOk['network'], notOk['refresh_token']]).toEqual([1, 'wrong', 'not_checked']);
    expect(line('network').message).toMatch(text);
    expect(refreshes()).toBe(1);
  });

  it.each([
    [3 * 60 * 60_000, '3 hours slow'],
    [-9 * 24 * 60 * 60_000, '9 days fast'],
  ])('compares the clocks: %d ms', async (difference, text) => {
    await bench.login();
    const headers = { Date: new Date(Date.now() + difference).toUTCString() };
    bench.emulator.controls.answerNext({ path: '/authorize', status: 200, body: 'consent', headers });
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([1, { clock: 'wrong' }]);
    expect(line('clock').message).toContain(text);
  });

  it('does not know whether the redirect URI is registered if Spotify asks for a sign-in first, and names it', async () => {
    await bench.login();
    const headers = { Location: '/en/login?continue=x' };
    bench.emulator.controls.answerNext({ path: '/authorize', status: 303, body: '', headers });
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([0, { redirect_uri: 'unknown' }]);
    expect(line('redirect_uri').message).toContain('only after sign-in');
    expect(line('redirect_uri').cure).toContain('http://127.0.0.1/');
    expect(line('client_id').verdict).toBe('ok');
  });

  it.each([
    ['redirect_uri: Not matching configuration', { redirect_uri: 'wrong' }, 'redirect_uri'],
    ['<html>redirect_uri: Insecure</html>', { redirect_uri: 'wrong' }, 'redirect_uri'],
    ['Illegal scope', { scopes: 'wrong' }, 'scopes'],
  ])('reads the error page \u201c%s\u201d', async (body, expected, name) => {
    await bench.login();
    bench.emulator.controls.answerNext({ path: '/authorize', status: 400, body });
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([1, expected]);
    expect(line(name).cure).toBeTruthy();
  });

  it('recognises an unknown app, and sends no token', async () => {
    const { refreshToken } = await bench.consent();
    const before = refreshes();
    const { code, notOk } = await check({ SPOTIFY_CLIENT_ID: 'f'.repeat(32), SPOTIFY_REFRESH_TOKEN: refreshToken });
    expect([code, notOk]).toEqual([3, { ...after('refresh_token'), redirect_uri: 'not_checked', client_id: 'wrong' }]);
    expect(refreshes()).toBe(before);
  });

  it('checks the app of the last login, not that of the saved token', async () => {
    await bench.login();
    const other = bench.emulator.controls.registerApp({ redirectUris: ['https://example.com/'] }).clientId;
    const failed = startRefrain(bench, ['login', '--client-id', other, '--no-browser']);
    await failed.address();
    failed.child.kill('SIGINT');
    await failed.ended;
    expect(statSync(join(bench.home, 'last-login.json')).mode & 0o777).toBe(0o600);
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([1, { redirect_uri: 'wrong' }]);
    expect(line('redirect_uri').cure).toContain(`client ID ${other.slice(0, 8)}…`);
    expect(line('client_id').message).toContain(`${other}, from the last login`);
    expect(line('redirect_uri').cure).toContain('http://127.0.0.1/callback');
    expect(line('refresh_token').verdict).toBe('ok');
    const named = await bench.run(['check', '--json', '--client-id', clientId]);
    expect(linesOf(named).find(({ name }) => name === 'redirect_uri')?.verdict).toBe('ok');
  });

  it('remembers the client ID of a login that failed', async () => {
    await startRefrain(bench, ['login', '--client-id', 'f'.repeat(32), '--no-browser', '--timeout', '1']).ended;
    const { notOk, line } = await check();
    expect(notOk['client_id']).toBe('wrong');
    expect(line('client_id').cure).not.toBeNull();
  });

  it('names the other profile that has a token', async () => {
    await bench.login({ profile: 'work' });
    const { line } = await check();
    expect(line('refresh_token').cure).toContain('--profile work');
    const token = await bench.run(['token']);
    expect(token.code).toBe(3);
    expect(token.stderr).toContain('Profile “work” has one: add `--profile work`.');
    expect(JSON.parse((await bench.run(['renew', '--json'])).stdout).error.cure).toContain('--profile work');
  });

  it('recognises a wrong secret, and sends no token with it', async () => {
    await bench.login({ grant: 'authorization_code' });
    expect((await check()).notOk).toEqual({});
    const before = refreshes();
    const { code, notOk, line, ran } = await check({ SPOTIFY_CLIENT_SECRET: 'wr0ng5ecret' });
    expect([code, notOk]).toEqual([3, { ...after('refresh_token'), client_secret: 'wrong' }]);
    expect(line('client_secret').cure).toContain('View client secret');
    expect(ran.stdout + ran.stderr).not.toContain('wr0ng5ecret');
    expect(refreshes()).toBe(before + 1);
  });

  it('checks client ID and secret before there is a token', async () => {
    const { code, notOk } = await check({ SPOTIFY_CLIENT_ID: clientId, SPOTIFY_CLIENT_SECRET: clientSecret });
    expect([code, notOk]).toEqual([3, { ...after('scopes'), refresh_token: 'wrong' }]);
  });

  it('explains a token that was rejected early, and sends it once a minute', async () => {
    await bench.login();
    bench.emulator.controls.revoke({ clientId, listener: 'maya.lindqvist' });
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([3, { ...after('scopes'), refresh_token: 'wrong' }]);
    expect(line('refresh_token').message).toContain('Spotify rejected the token early');
    expect(line('refresh_token').message).not.toContain('nothing was sent');
    expect(line('refresh_token').cure).toMatch(
      /^Run `refrain token` after \d\d:\d\d( on \d.*)? to try again, or `refrain renew` now\.$/,
    );
    const before = refreshes();
    const again = await check();
    expect([again.code, refreshes()]).toEqual([3, before]);
    expect(again.line('refresh_token').message).toContain('nothing was sent now');
  });

  it('recognises an expired token', async () => {
    const { refreshToken } = await bench.consent();
    bench.emulator.controls.revoke({ clientId, listener: 'maya.lindqvist' });
    const { code, line } = await check({
      SPOTIFY_CLIENT_ID: clientId,
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      SPOTIFY_AUTHORIZED_AT: new Date(Date.now() - 181 * 24 * 60 * 60_000).toISOString(),
    });
    expect(code).toBe(3);
    expect(line('refresh_token').message).toContain('refresh token has expired');
  });

  it('does not send an uncertain token, and says renew', async () => {
    bench.emulator.controls.set({ rotatesRefreshTokens: true });
    const { keeper } = await bench.login();
    await keeper.refreshNow();
    bench.emulator.controls.answerNext({ fault: 'answer_lost', path: '/api/token' });
    await keeper.refreshNow().catch(() => {});
    const before = refreshes();
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([3, { ...after('scopes'), refresh_token: 'wrong' }]);
    expect(line('refresh_token').message).toContain('nothing was sent');
    expect(line('refresh_token').cure).toContain('refrain renew');
    expect(refreshes()).toBe(before);
  });

  it('names scopes that were not granted', async () => {
    await bench.login();
    bench.emulator.controls.answerNext({ path: '/api/token', amend: { scope: 'user-top-read' } });
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([1, { scopes: 'wrong' }]);
    expect(line('scopes').message).toContain('user-read-recently-played');
  });

  it.each(['text', 'json'] as const)('distinguishes Premium from the user list, with an answer in %s', async (as) => {
    bench.emulator.controls.set({ gatesAnswer: as });
    await bench.login();
    bench.emulator.controls.changeApp(clientId, { allowlist: [] });
    const listed = await check();
    expect([listed.code, listed.notOk]).toEqual([1, { premium: 'unknown', user_list: 'wrong' }]);
    expect(listed.line('user_list').cure).toContain('User Management');
    bench.emulator.controls.changeApp(clientId, { ownerPremium: false, allowlist: null });
    const lapsed = await check();
    expect([lapsed.code, lapsed.notOk]).toEqual([1, { premium: 'wrong', user_list: 'not_checked' }]);
  });

  it('does not guess the cause of an unknown 403, and removes control characters from Spotify\u2019s text', async () => {
    await bench.login();
    const body = { error: { status: 403, message: 'No\u001B[2J entry\u202E' } };
    bench.emulator.controls.answerNext({ path: '/v1/me', status: 403, body, times: 2 });
    const { code, notOk, line } = await check();
    expect([code, notOk]).toEqual([1, { premium: 'unknown', user_list: 'unknown' }]);
    expect(line('premium').message).toMatch(/No \[2J entry/);
    expect(line('premium').message).not.toMatch(/\p{C}/u);
  });

  it('gives no verdict during an outage', async () => {
    await bench.login();
    bench.emulator.controls.answerNext({ fault: 'service_unavailable', path: '/api/token', times: 9 });
    const { code, notOk } = await check();
    expect([code, notOk['refresh_token'], notOk['scopes']]).toEqual([1, 'unknown', 'not_checked']);
  });

  it('sends nothing to an accounts URL that is not the profile\u2019s', async () => {
    await bench.login();
    const url = bench.emulator.url.replace('127.0.0.1', 'localhost');
    bench.emulator.controls.forgetRequests();
    const { code, stdout } = await bench.run(['check', '--json'], { env: { SPOTIFY_ACCOUNTS_URL: url } });
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, 'accounts_url_mismatch']);
    expect(bench.emulator.controls.requests).toEqual([]);
  });
});
