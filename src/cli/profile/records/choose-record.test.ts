import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';
import { fileStore } from '../../../keeper/stores/file/file-store.ts';
import { clientId, day, hour } from '../../../../test/support/keeper/keeper-bench.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
});
afterEach(() => bench.close());

const variables = (refreshToken: string | undefined, more: Record<string, string> = {}) => ({
  env: { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken, ...more },
});
const savedToken = async (profile?: string) => (await bench.record(profile))?.token?.refreshToken;
const variableRecords = () => {
  try {
    return readdirSync(join(bench.home, 'variables'));
  } catch {
    return [];
  }
};
const newToken = async () => (await bench.consent()).refreshToken ?? '';

describe('a variable', () => {
  it.each([
    ['check'],
    ['token'],
    ['env', '-'],
    ['env', '--get', 'SPOTIFY_REFRESH_TOKEN'],
    ['push', 'vercel'],
    ['status'],
  ])('with garbage never replaces the token of a profile: %s %s', async (...args) => {
    const { refreshToken } = await bench.login();
    const before = await bench.record();
    for (const more of [{}, { SPOTIFY_CLIENT_ID: '' }]) await bench.run(args, variables('garbage', more));
    expect(await bench.record()).toEqual(before);
    expect(await savedToken()).toBe(refreshToken);
    expect(await bench.run(['token'])).toMatchObject({ code: 0, stdout: `${before?.token?.access?.token}\n` });
  });

  it('that holds the token of profile work uses work, and does not put it into default', async () => {
    const work = await bench.login('work');
    const own = await bench.login();
    const { stderr, stdout } = await bench.run(['token'], variables(work.refreshToken));
    expect(stdout).toBe(`${await work.keeper.accessToken()}\n`);
    expect(stderr).toBe('Using profile \u201cwork\u201d, which knows the token in SPOTIFY_REFRESH_TOKEN.\n');
    expect(await savedToken()).toBe(own.refreshToken);
    expect(variableRecords()).toEqual([]);
  });

  it('whose token Spotify rejected as a seed of the profile is reported as not used', async () => {
    await bench.login();
    const seed = { refreshToken: 'garbage', authorizedAt: bench.clock.now() + hour };
    bench.clock.time += 2 * hour;
    const store = fileStore({ folder: join(bench.home, 'profiles', 'default') });
    await bench.keeper({ store, seed }).accessToken();
    const says = 'Using profile \u201cdefault\u201d. SPOTIFY_REFRESH_TOKEN is not used: Spotify rejected its token.\n';
    for (const command of ['status', 'token']) {
      expect(await bench.run([command], variables('garbage'))).toMatchObject({ code: 0, stderr: says });
    }
    await bench.run(['renew']);
    expect((await bench.run(['status'], variables('garbage'))).stderr).toContain('which knows the token in');
  });

  it('with an earlier consent date does not win over a new login', async () => {
    const old = await newToken();
    const SPOTIFY_AUTHORIZED_AT = new Date(bench.clock.now() - 100 * day).toISOString();
    const { refreshToken } = await bench.login();
    await bench.run(['token'], variables(old, { SPOTIFY_AUTHORIZED_AT }));
    expect(await savedToken()).toBe(refreshToken);
    expect((await bench.record())?.token?.authorizedAt).toBe(bench.clock.now());
  });

  it('that is left in the shell does not shadow a new login', async () => {
    const old = await newToken();
    expect(await bench.run(['token'], variables(old))).toMatchObject({ code: 0 });
    expect(await bench.run(['login'], variables(old))).toMatchObject({ code: 0 });
    const { stdout, stderr } = await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'], variables(old));
    expect(stdout.trim()).toBe(await savedToken());
    expect(stderr).toContain('Using profile \u201cdefault\u201d');
  });

  it('has a record of its own, which keeps its token alive over rotations', async () => {
    bench.controls.set({ rotatesRefreshTokens: true });
    const first = await newToken();
    for (let run = 0; run < 3; run++) {
      expect((await bench.run(['token'], variables(first))).code).toBe(0);
      bench.clock.time += 2 * hour;
    }
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(3);
    const newest = (await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'], variables(first))).stdout.trim();
    expect((await bench.run(['token'], variables(newest))).code).toBe(0);
    expect(variableRecords()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(await bench.record()).toBeUndefined();
  });

  it('needs a client ID of its own', async () => {
    await bench.login();
    const { code, data } = await bench.run(['token'], variables('AQ', { SPOTIFY_CLIENT_ID: '' }));
    expect([code, data]).toEqual([2, { error: { code: 'client_id_missing' } }]);
    expect(bench.refreshes).toEqual([]);
  });

  it('with a wrong client ID can be corrected', async () => {
    const token = await newToken();
    expect((await bench.run(['token'], variables(token, { SPOTIFY_CLIENT_ID: 'f'.repeat(32) }))).code).toBe(3);
    expect((await bench.run(['token'], variables(token))).code).toBe(0);
  });

  it('is ignored with --profile, which standard error says', async () => {
    const { refreshToken } = await bench.login('work');
    const { stdout, stderr } = await bench.run(
      ['env', '--get', 'SPOTIFY_REFRESH_TOKEN', '--profile', 'work'],
      variables('garbage'),
    );
    expect([stdout, stderr]).toEqual([
      `${refreshToken}\n`,
      'Using profile \u201cwork\u201d. SPOTIFY_REFRESH_TOKEN is ignored.\n',
    ]);
  });

  it('with a rejected token makes the error suggest login, never renew', async () => {
    const token = await newToken();
    bench.controls.revoke({ token });
    for (const command of ['token', 'check', 'status']) {
      const { stdout, stderr } = await bench.run([command], variables(token));
      expect(stdout + stderr).toContain('refrain login');
      expect(stdout + stderr).not.toContain('renew');
    }
  });

  it('has an entry without a name in status, which saves nothing', async () => {
    await bench.login();
    const token = await newToken();
    const names = async () =>
      ((await bench.run(['status', '--json'], variables(token))).data as { profiles: { name: string }[] }).profiles.map(
        ({ name }) => name,
      );
    expect(await names()).toEqual(['default', null]);
    expect(variableRecords()).toEqual([]);
    await bench.run(['token'], variables(token));
    expect(await names()).toEqual(['default', null]);
  });

  it('that is not used is named by status', async () => {
    const { keeper, refreshToken } = await bench.login();
    await keeper.adopt(await bench.consent());
    const { stderr } = await bench.run(['status'], variables(refreshToken));
    expect(stderr).toBe('Using profile \u201cdefault\u201d, which knows the token in SPOTIFY_REFRESH_TOKEN.\n');
  });

  it('has its record removed after 200 days without use', async () => {
    const [used, unused] = [await newToken(), await newToken()];
    await bench.run(['token'], variables(used));
    await bench.run(['token'], variables(unused));
    for (const name of variableRecords()) {
      utimesSync(join(bench.home, 'variables', name), bench.clock.now() / 1000, bench.clock.now() / 1000);
    }
    bench.clock.time += 150 * day;
    await bench.run(['env', '-'], variables(used));
    expect(variableRecords()).toHaveLength(2);
    bench.clock.time += 60 * day;
    await bench.run(['token']);
    expect(variableRecords()).toHaveLength(1);
  });
});

describe('login --with-token', () => {
  const importToken = (token: string, args: readonly string[] = [], options = {}) =>
    bench.run(['login', '--with-token', '--client-id', clientId, ...args], { stdin: token, ...options });

  it('takes over the newest token of the variable\u2019s record', async () => {
    bench.controls.set({ rotatesRefreshTokens: true });
    const token = await newToken();
    await bench.run(['token'], variables(token));
    expect(await importToken(token)).toMatchObject({ code: 0 });
    expect(await savedToken()).not.toBe(token);
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(bench.refreshes.length);
    bench.clock.time += 2 * hour;
    expect(await bench.run(['token'], variables(token))).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Using profile \u201cdefault\u201d'),
    });
  });

  it('moves a token from another profile, and says so', async () => {
    const { refreshToken } = await bench.login('work');
    const { code, stderr } = await importToken(refreshToken);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Moved from profile \u201cwork\u201d.')]);
    expect([await savedToken(), await savedToken('work')]).toEqual([refreshToken, undefined]);
  });

  it('does not take the token of a later consent', async () => {
    const { keeper, refreshToken: earlier } = await bench.login('work');
    await keeper.adopt(await bench.consent());
    const later = await savedToken('work');
    expect((await importToken(earlier)).code).toBe(0);
    expect([await savedToken(), await savedToken('work')]).toEqual([earlier, later]);
  });

  it('does not send a single-use token again after a logout: it may have been used', async () => {
    bench.controls.set({ rotatesRefreshTokens: true });
    const { keeper, refreshToken } = await bench.login();
    await keeper.refreshNow();
    await bench.run(['logout']);
    bench.refreshes.length = 0;
    const { code, stderr } = await importToken(refreshToken);
    expect([code, stderr]).toEqual([3, expect.stringContaining('run `refrain login`')]);
    expect(bench.refreshes).toEqual([]);
  });

  it('keeps the profile if the token is refused', async () => {
    const { refreshToken } = await bench.login();
    expect((await importToken('garbage')).code).toBe(3);
    expect(await savedToken()).toBe(refreshToken);
  });
});

describe('logout and renew', () => {
  it('logout forgets the profile and the variable\u2019s record, and says that the variable is set', async () => {
    await bench.login();
    const token = await newToken();
    await bench.run(['token'], variables(token));
    const { stderr } = await bench.run(['logout'], variables(token));
    expect(stderr).toContain('SPOTIFY_REFRESH_TOKEN still holds a token');
    expect(await savedToken()).toBeUndefined();
    expect((await bench.run(['token'], variables(token))).code).toBe(3);
    expect((await bench.run(['status', '--json'], variables(token))).data).toEqual({ profiles: [] });
  });

  it('renew without a profile ends with 3 and names login', async () => {
    const { code, stderr } = await bench.run(['renew'], variables(await newToken()));
    expect([code, stderr]).toEqual([3, expect.stringContaining('Run `refrain login`.')]);
  });

  it('renew makes the variable known to the profile', async () => {
    await bench.login();
    const token = await newToken();
    expect(await bench.run(['renew'], variables(token))).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('SPOTIFY_REFRESH_TOKEN is ignored'),
    });
    expect((await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'], variables(token))).stdout.trim()).toBe(
      await savedToken(),
    );
  });
});
