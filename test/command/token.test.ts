import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

const { clientId, clientSecret } = practiceApp;

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const refreshes = () => bench.emulator.controls.requests.filter(({ path }) => path === '/api/token').length;
const withVariables = (refreshToken: string | undefined, more: Record<string, string> = {}) => ({
  env: { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken, ...more },
});

describe('refrain token', () => {
  it('prints a saved access token and nothing else, and sends nothing while it is valid', async () => {
    await bench.login();
    bench.emulator.controls.forgetRequests();
    const [first, second] = [await bench.run(['token']), await bench.run(['token'])];
    expect(first).toEqual({ code: 0, stdout: expect.stringMatching(/^[\w-]+\n$/), stderr: '' });
    expect(second.stdout).toBe(first.stdout);
    expect(refreshes()).toBe(0);
  });

  it('exits with 3 if not logged in', async () => {
    const { code, stdout, stderr } = await bench.run(['token']);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('refrain login');
    expect(JSON.parse((await bench.run(['token', '--json'])).stdout)).toEqual({
      error: { code: 'not_logged_in', message: expect.any(String), cure: expect.stringContaining('refrain login') },
    });
    expect(existsSync(bench.home)).toBe(false);
  });

  it('names the profile in its advice', async () => {
    const { stderr } = await bench.run(['token', '--profile', 'work']);
    expect(stderr).toContain('refrain login --profile work');
  });

  it('accepts --profile and --json before the command', async () => {
    await bench.login({ profile: 'work' });
    const { code, stdout } = await bench.run(['--profile', 'work', '--json', 'token']);
    expect([code, JSON.parse(stdout)]).toEqual([0, { accessToken: expect.any(String), expiresAt: expect.any(Number) }]);
  });

  it.each([
    ['suspect', 30, 'refresh_token_suspect'],
    ['expired', 190, 'refresh_token_expired'],
  ])('calls a variable\u2019s rejected token %s at %i days, and says what to do', async (_, days, expected) => {
    const { refreshToken = '' } = await bench.consent();
    bench.emulator.controls.revoke({ token: refreshToken });
    const SPOTIFY_AUTHORIZED_AT = new Date(Date.now() - days * 86_400_000).toISOString();
    const variables = withVariables(refreshToken, { SPOTIFY_AUTHORIZED_AT });
    const { code, stdout } = await bench.run(['token', '--json'], variables);
    expect([code, JSON.parse(stdout).error.code]).toEqual([3, expected]);
    // There is no profile to renew.
    expect(JSON.parse(stdout).error.cure).toContain('refrain login');
    for (const command of ['token', 'check']) {
      const { stdout: shown, stderr } = await bench.run([command], variables);
      expect(shown + stderr).not.toMatch(/renew/);
    }
  });

  it('refuses a server or an app that is not the profile’s, and sends nothing', async () => {
    await bench.login();
    bench.emulator.controls.forgetRequests();
    const elsewhere = { env: { SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:9' } };
    const app = { env: { SPOTIFY_CLIENT_ID: 'f'.repeat(32) } };
    for (const [options, expected] of [
      [elsewhere, 'accounts_url_mismatch'],
      [app, 'client_id_mismatch'],
    ] as const) {
      const { code, stdout } = await bench.run(['token', '--json'], options);
      expect([code, JSON.parse(stdout).error.code]).toEqual([2, expected]);
    }
    expect(bench.emulator.controls.requests).toEqual([]);
  });

  it.each(['http://example.com', 'ftp://127.0.0.1', 'https://accounts.spotify.com/path', 'nonsense'])(
    'rejects %s as a server address',
    async (url) => {
      for (const name of ['SPOTIFY_ACCOUNTS_URL', 'SPOTIFY_API_URL']) {
        const { code, stdout } = await bench.run(['token', '--json'], { env: { [name]: url } });
        expect([code, JSON.parse(stdout).error.code]).toEqual([2, 'endpoint_refused']);
      }
    },
  );

  it('shows Spotify’s message without control characters', async () => {
    const { refreshToken } = await bench.consent();
    bench.emulator.controls.answerNext({
      path: '/api/token',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'no\u001b[31m\u0007 way\u202e' },
    });
    const { stderr, code } = await bench.run(['token'], withVariables(refreshToken));
    expect(code).toBe(3);
    expect(stderr).toContain('Spotify says: invalid_grant: no [31m  way');
    expect(stderr).not.toMatch(/[\p{Cf}]|[^\P{Cc}\n]/u);
  });
});

describe('refrain token with variables only', () => {
  it('works, and saves no profile', async () => {
    const { refreshToken } = await bench.consent();
    const { code, stdout, stderr } = await bench.run(['token'], withVariables(refreshToken));
    expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^[\w-]+\n$/), '']);
    expect(readdirSync(bench.home)).toEqual(['variables']);
    expect(readdirSync(bench.work)).toEqual([]);
  });

  it('saves a new refresh token before it prints, and says so', async () => {
    bench.emulator.controls.set({ rotatesRefreshTokens: true });
    const { refreshToken = '' } = await bench.consent();
    const { code, stderr } = await bench.run(['token'], withVariables(refreshToken));
    expect(code).toBe(0);
    expect(stderr).toContain('Spotify has replaced the refresh token');
    expect(stderr).toContain(join(bench.home, 'variables'));
    const get = ['env', '--get', 'SPOTIFY_REFRESH_TOKEN'];
    const kept = (await bench.run(get, withVariables(refreshToken))).stdout.trim();
    expect(kept).not.toBe(refreshToken);
    // The variable still holds the old token: its record is used, now and for the next refresh.
    const again = await bench.run(['token'], withVariables(refreshToken));
    expect([again.code, again.stderr]).toEqual([0, '']);
  });

  it('sends nothing if a new refresh token could not be saved', async (context) => {
    context.skip(process.platform !== 'linux', 'only Linux has a folder that root cannot write');
    const { refreshToken } = await bench.consent();
    // The kernel’s own folder: even root cannot create a folder there.
    const env = { ...withVariables(refreshToken).env, REFRAIN_HOME: '/sys/refrain/home' };
    bench.emulator.controls.forgetRequests();
    const { code, stdout, stderr } = await bench.run(['token'], { env });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('/sys/refrain/home');
    expect(refreshes()).toBe(0);
  });

  it('does not use a token again after its logout', async () => {
    const { refreshToken } = await bench.login();
    await bench.run(['logout']);
    expect((await bench.run(['token'], withVariables(refreshToken))).code).toBe(3);
  });

  it('rejects a date in SPOTIFY_AUTHORIZED_AT that cannot be read', async () => {
    const { code, stderr } = await bench.run(['token'], withVariables('AQ', { SPOTIFY_AUTHORIZED_AT: 'soon' }));
    expect(code).toBe(2);
    expect(stderr).toContain('SPOTIFY_AUTHORIZED_AT');
  });

  it('does not believe a date in SPOTIFY_AUTHORIZED_AT that lies in the future, and says so', async () => {
    const { refreshToken } = await bench.consent();
    const variables = withVariables(refreshToken, { SPOTIFY_AUTHORIZED_AT: '2999-01-01' });
    const { code, stderr } = await bench.run(['token'], variables);
    expect(code).toBe(0);
    expect(stderr).toContain('SPOTIFY_AUTHORIZED_AT is 2999-01-01');
    expect(stderr).toContain('so it is not used');
  });

  it('sends the client secret for a token that needs it', async () => {
    const { refreshToken } = await bench.consent({ grant: 'authorization_code' });
    expect(
      (await bench.run(['token'], withVariables(refreshToken, { SPOTIFY_CLIENT_SECRET: clientSecret }))).code,
    ).toBe(0);
  });
});

describe('a token of a rotating app', () => {
  it('is uncertain, not lost, if the answer never arrives', async () => {
    bench.emulator.controls.set({ rotatesRefreshTokens: true });
    const { keeper } = await bench.login();
    await keeper.refreshNow();
    // Spotify handles the request, but its answer never arrives.
    bench.emulator.controls.answerNext({ path: '/api/token', handled: true, cut: 'answer' });
    await expect(keeper.refreshNow()).rejects.toMatchObject({ code: 'refresh_token_in_doubt' });
    const status = JSON.parse((await bench.run(['status', '--json', '--exit-code'])).stdout);
    expect(status.profiles).toMatchObject([{ state: 'in_doubt' }]);
    expect((await bench.run(['status', '--exit-code'])).code).toBe(3);
    const token = await bench.run(['token', '--json']);
    // The previous access token is still valid.
    expect([token.code, JSON.parse(token.stdout)]).toEqual([
      0,
      { accessToken: expect.any(String), expiresAt: expect.any(Number) },
    ]);
  });
});
