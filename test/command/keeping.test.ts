import { existsSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { createTokenKeeper } from '../../src/index.ts';
import { fileStore } from '../../src/keeper/stores/file/file-store.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { openTab, startRefrain } from '../support/command/started.ts';

const { clientId, clientSecret } = practiceApp;

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const start = (args: readonly string[], env: Record<string, string> = {}) => startRefrain(bench, args, { env });
const status = async (...args: string[]) =>
  JSON.parse((await bench.run(['status', '--json', ...args])).stdout).profiles;
const refreshTokenOf = async (profile = 'default') =>
  (await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN', '--profile', profile])).stdout.trim();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** The error of a refresh whose answer was lost, for a rotating app. */
const lost = 'refresh_token_in_doubt';

const keeperOf = (profile: string) =>
  createTokenKeeper({
    store: fileStore({ folder: join(bench.home, 'profiles', profile) }),
    endpoints: bench.endpoints,
  });

/** Imports a token that was approved so many days ago. */
async function importToken(days: number, profile = 'default'): Promise<string> {
  const { refreshToken = '' } = await bench.consent();
  const args = [
    'login',
    '--with-token',
    '--client-id',
    clientId,
    '--profile',
    profile,
    '--authorized-at',
    daysAgo(days),
  ];
  expect((await bench.run(args, { stdin: refreshToken })).code).toBe(0);
  return refreshToken;
}

describe('refrain status', () => {
  it('shows every profile and its days left, and sends nothing', async () => {
    await bench.login();
    await importToken(170, 'site');
    bench.emulator.controls.forgetRequests();
    const { code, stdout } = await bench.run(['status']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^default .*\n {2}\u2588{30} {2}until \d+ \w+ \d{4}, 180 days left$/m);
    expect(stdout).toMatch(
      /^site .*\n {2}\u2588\u2588\u2591{28} {2}until .*, 10 days left\n {2}For six more months: refrain renew --profile site$/m,
    );
    expect(await status()).toMatchObject([
      { name: 'default', state: 'live', daysLeft: 180 },
      { name: 'site', state: 'expiring', daysLeft: 10 },
    ]);
    expect(bench.emulator.controls.requests).toEqual([]);
  });

  it('exits with 3 only with --exit-code, and if a token needs attention soon', async () => {
    const code = async (...args: string[]) => (await bench.run(['status', ...args])).code;
    expect([await code(), await code('--exit-code')]).toEqual([0, 3]);
    await importToken(155);
    expect(await code()).toBe(0);
    expect(await code('--exit-code')).toBe(3);
    expect(await code('--exit-code', '--soon', '7')).toBe(0);
    expect(await code('--exit-code', '--soon', 'x')).toBe(2);
  });

  it('shows only the named profile, and none after its logout', async () => {
    await bench.login();
    await bench.login({ profile: 'site' });
    expect(await status('--profile', 'site')).toMatchObject([{ name: 'site' }]);
    await bench.run(['logout', '--profile', 'site']);
    expect((await status()).map(({ name }: { name: string }) => name)).toEqual(['default']);
  });

  it('shows the other profiles if one cannot be read', async () => {
    await bench.login();
    await bench.login({ profile: 'site' });
    const folder = join(bench.home, 'profiles', 'site', 'versions');
    const record = join(folder, readdirSync(folder).find((name) => name.startsWith('record')) ?? '');
    writeFileSync(record, 'torn');
    const { code, stderr, stdout } = await bench.run(['status', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).profiles).toMatchObject([{ state: 'live' }, { name: 'site', state: 'unknown' }]);
    expect(stderr).toContain('set-aside');
    const shown = await bench.run(['status']);
    expect(shown.stdout).toMatch(/^default .*\n.*days left/);
    expect(shown.stdout).not.toMatch(/^site/m);
    expect(shown.stderr).toContain('set-aside');
    expect((await bench.run(['status', '--exit-code'])).code).toBe(3);
  });
});

describe('refrain logout', () => {
  it('also rejects a variable with the same token, and status says so', async () => {
    const { refreshToken = '' } = await bench.login();
    await bench.run(['logout']);
    const env = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken };
    expect((await bench.run(['token'], { env })).code).toBe(3);
    expect((await bench.run(['status'], { env })).stderr).toContain('was logged out here');
  });

  it('deletes token, secret and account, and links to Spotify’s page', async () => {
    const { refreshToken } = await bench.login({ grant: 'authorization_code' });
    const { code, stdout, stderr } = await bench.run(['logout', '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { profile: 'default', forgotten: true, accountApps: 'https://www.spotify.com/account/apps/' },
    ]);
    expect(stderr).toContain('https://www.spotify.com/account/apps/');
    const left = readdirSync(bench.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('');
    expect(left).not.toContain(refreshToken);
    expect(left).not.toContain(clientSecret);
    expect(JSON.parse((await bench.run(['logout', '--json'])).stdout)).toMatchObject({ forgotten: false });
  });

  it('deletes files that were set aside', async () => {
    await bench.login();
    const folder = join(bench.home, 'profiles', 'default', 'versions');
    const record = readdirSync(folder).find((name) => name.startsWith('record')) ?? '';
    writeFileSync(join(folder, record), 'torn');
    expect((await bench.run(['token'])).code).toBe(1);
    expect((await bench.run(['logout'])).code).toBe(0);
    const files = existsSync(bench.home) ? readdirSync(bench.home, { recursive: true }) : [];
    expect(files.filter((name) => String(name).includes('set-aside'))).toEqual([]);
    expect((await bench.run(['token'])).code).toBe(3);
  });

  it.each([
    ['cannot be read', (path: string) => writeFileSync(path, 'torn'), 'record.'],
    ['has lost the file that names the current version', unlinkSync, 'current.'],
  ])('of a profile that %s is final, also for a process that still holds the token', async (_, damage, start) => {
    const { keeper, refreshToken } = await bench.login();
    const folder = join(bench.home, 'profiles', 'default', 'versions');
    damage(join(folder, readdirSync(folder).find((name) => name.startsWith(start)) ?? ''));
    expect((await bench.run(['logout'])).code).toBe(0);
    expect((await keeper.state()).state).toBe('none');
    await keeper.setAccount({ id: 'maya' });
    const left = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(left.join('')).not.toContain(refreshToken);
    expect(readdirSync(folder).filter((name) => name.startsWith('set-aside'))).toEqual([]);
    expect((await bench.run(['token'])).stderr).toContain('refrain login');
    expect((await bench.login()).keeper).toBeDefined();
    expect((await bench.run(['token'])).code).toBe(0);
  });
});

describe('refrain renew', () => {
  it('gets a new token for the same app, scopes and profile', async () => {
    await bench.login();
    const before = await refreshTokenOf();
    const started = start(['renew', '--no-browser']);
    const address = await started.address();
    expect(new URL(address).searchParams.get('scope')).toBe('user-read-recently-played user-top-read');
    expect(new URL(address).searchParams.get('client_id')).toBe(clientId);
    expect(await refreshTokenOf()).toBe(before);
    await openTab(address);
    expect((await started.ended).code).toBe(0);
    expect(await refreshTokenOf()).not.toBe(before);
    expect(await status()).toMatchObject([{ daysLeft: 180, state: 'live', account: { id: 'maya.lindqvist' } }]);
  });

  it('uses the redirect URI of the consent, unless a flag names another', async () => {
    const redirectUriOf = async (args: readonly string[]) => {
      const started = start([...args, '--no-browser']);
      const address = await started.address();
      const sent = new URL(address).searchParams.get('redirect_uri');
      await openTab(address);
      expect((await started.ended).code).toBe(0);
      return { sent, said: started.stderr().split('\n') };
    };
    const login = await redirectUriOf(['login', '--client-id', clientId, '--redirect-uri', 'http://[::1]/cb']);
    expect(login.sent).toMatch(/^http:\/\/\[::1\]:\d+\/cb$/);
    for (const name of ['first', 'second']) {
      const renewed = await redirectUriOf(['renew']);
      expect(renewed.sent, name).toMatch(/^http:\/\/\[::1\]:\d+\/cb$/);
      expect(renewed.said).toContain('http://[::1]/cb');
    }
    expect((await redirectUriOf(['renew', '--port', '0'])).said).toContain('http://127.0.0.1/callback');
    expect((await redirectUriOf(['renew'])).said).toContain('http://127.0.0.1/callback');
  });

  it('names the redirect URI of version 0.1 for a profile that remembers none', async () => {
    await bench.login();
    const started = start(['renew', '--no-browser']);
    const address = await started.address();
    expect(new URL(address).searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(started.stderr().split('\n')).toContain('http://127.0.0.1/');
    started.child.kill('SIGINT');
    await started.ended;
  });

  it('replaces a token that was rejected early, and one that has expired', async () => {
    for (const [profile, days, state] of [
      ['young', 20, 'suspect'],
      ['old', 200, 'expired'],
    ] as const) {
      const refreshToken = await importToken(days, profile);
      bench.emulator.controls.revoke({ token: refreshToken });
      await expect(keeperOf(profile).refreshNow()).rejects.toMatchObject({ code: `refresh_token_${state}` });
      expect(await status('--profile', profile)).toMatchObject([{ state }]);
      expect((await bench.run(['status', '--profile', profile])).stdout).toContain(
        `refrain renew --profile ${profile}`,
      );
      expect((await bench.run(['status', '--profile', profile, '--exit-code'])).code).toBe(3);
      const started = start(['renew', '--profile', profile]);
      await openTab(await started.address());
      expect((await started.ended).code).toBe(0);
      expect(await status('--profile', profile)).toMatchObject([{ state: 'live' }]);
    }
  });

  it('refuses a different account, and keeps the old token', async () => {
    await importToken(1);
    const before = await refreshTokenOf();
    bench.emulator.controls.signIn({ listener: 'jules_o_neill' });
    const started = start(['renew', '--json']);
    const tab = await openTab(await started.address());
    expect(tab.text).toContain('You signed in with another account');
    const { code, stdout } = await started.ended;
    expect([code, JSON.parse(stdout).error.code]).toEqual([1, 'account_mismatch']);
    expect(await refreshTokenOf()).toBe(before);
  });

  it('says so if it cannot check that the account is the same', async () => {
    await bench.login();
    const started = start(['renew']);
    await openTab(await started.address());
    expect((await started.ended).stderr).toContain('Could not check that this is the same account');
  });

  it('keeps the old token if the user declines', async () => {
    await bench.login();
    const before = await refreshTokenOf();
    bench.emulator.controls.set({ consent: 'cancel' });
    const started = start(['renew']);
    await openTab(await started.address());
    expect((await started.ended).code).toBe(3);
    expect(await refreshTokenOf()).toBe(before);
  });

  it('uses the saved secret again', async () => {
    await bench.login({ grant: 'authorization_code' });
    const started = start(['renew']);
    await openTab(await started.address());
    expect((await started.ended).code).toBe(0);
    expect(await status()).toMatchObject([{ grant: 'authorization_code' }]);
    expect((await bench.run(['env', '--get', 'SPOTIFY_CLIENT_SECRET'])).stdout).toBe(`${clientSecret}\n`);
  });

  it('tries an uncertain token once, and asks for consent only if that fails', async () => {
    bench.emulator.controls.set({ rotatesRefreshTokens: true });
    const { keeper } = await bench.login();
    await keeper.refreshNow();
    // The server never handled it: the token still works, but the client cannot know that.
    bench.emulator.controls.answerNext({ path: '/api/token', cut: 'answer' });
    await expect(keeper.refreshNow()).rejects.toMatchObject({ code: lost });
    const tried = await start(['renew']).ended;
    expect(tried.code).toBe(0);
    expect(tried.stderr).toContain('The saved token still works');
    expect(tried.stderr).not.toContain('/authorize');

    const other = await bench.login({ profile: 'other' });
    await other.keeper.refreshNow();
    // The server handled it and the answer was lost: this token no longer works.
    bench.emulator.controls.answerNext({ path: '/api/token', handled: true, cut: 'answer' });
    await expect(other.keeper.refreshNow()).rejects.toMatchObject({ code: lost });
    expect(await status('--profile', 'other')).toMatchObject([{ state: 'in_doubt' }]);
    const started = start(['renew', '--profile', 'other']);
    await started.says(/no longer works/);
    await openTab(await started.address());
    expect((await started.ended).code).toBe(0);
    expect(await status('--profile', 'other')).toMatchObject([{ state: 'live' }]);
  });

  it('needs a saved token, and the same app', async () => {
    expect((await bench.run(['renew'])).code).toBe(3);
    await bench.login();
    const { code, stdout } = await bench.run(['renew', '--client-id', 'f'.repeat(32), '--json']);
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, 'client_id_mismatch']);
  });
});

describe('a rejected token in SPOTIFY_REFRESH_TOKEN', () => {
  const withDead = async () => {
    const { refreshToken = '' } = await bench.consent();
    bench.emulator.controls.revoke({ token: refreshToken });
    return { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken };
  };
  const consentTo = async (command: string, env: Record<string, string>) => {
    const started = start([command, '--no-browser'], env);
    await openTab(await started.address());
    expect((await started.ended).code).toBe(0);
  };

  it('does not replace the token of a new login or renewal', async () => {
    const env = await withDead();
    expect((await bench.run(['token'], { env })).code).toBe(3);
    await consentTo('login', env);
    expect((await bench.run(['token'], { env })).code).toBe(0);
    expect(await status()).toMatchObject([{ state: 'live', daysLeft: 180 }]);
    const other = await withDead();
    await consentTo('renew', other);
    expect((await bench.run(['token'], { env: other })).code).toBe(0);
    expect(await status()).toMatchObject([{ state: 'live', daysLeft: 180 }]);
  });

  it('does not replace an imported token, and neither does a token that is new to the profile', async () => {
    const env = await withDead();
    const { refreshToken: imported = '' } = await bench.consent();
    expect((await bench.run(['login', '--with-token'], { env, stdin: imported })).code).toBe(0);
    expect((await bench.run(['token'], { env })).code).toBe(0);
    const savedToken = async () => (await keeperOf('default').secrets())?.refreshToken;
    expect(await savedToken()).toBe(imported);
    const { refreshToken: another = '' } = await bench.consent();
    await bench.run(['token'], { env: { ...env, SPOTIFY_REFRESH_TOKEN: another } });
    expect(await savedToken()).toBe(imported);
  });
});
