import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';
import { badDisks, fullAfterProof, fullWithToken } from '../../../../test/support/keeper/bad-disks.ts';
import { clientId, hour } from '../../../../test/support/keeper/keeper-bench.ts';
import { fileStore } from '../../../keeper/stores/file/file-store.ts';
import { machineFileSystem, type FileSystem } from '../../../keeper/stores/file/file-system.ts';
import { failureOf } from '../../../../test/support/failure-of.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
  bench.controls.set({ rotatesRefreshTokens: true });
});
afterEach(() => bench.close());

const newToken = async () => (await bench.consent()).refreshToken ?? '';

/** A way to use a token, or to get one. `profile`: whether there is a profile whose access token has expired. */
const uses: Record<
  string,
  {
    readonly profile: boolean;
    run(home: string, token: string): Promise<{ readonly code: number; readonly stderr: string }>;
  }
> = {
  'token, with a variable': {
    profile: false,
    run: (home, token) =>
      bench.run(['token'], env(home, { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: token })),
  },
  'token, with a profile': { profile: true, run: (home) => bench.run(['token'], env(home)) },
  'login, the first': { profile: false, run: (home) => bench.run(['login'], env(home)) },
  'login, again': { profile: true, run: (home) => bench.run(['login'], env(home)) },
  'login --with-token': {
    profile: false,
    run: (home, token) => bench.run(['login', '--with-token'], { stdin: token, ...env(home) }),
  },
  renew: { profile: true, run: (home) => bench.run(['renew'], env(home)) },
  'renew --with-token': {
    profile: true,
    run: (home, token) => bench.run(['renew', '--with-token'], { stdin: token, ...env(home) }),
  },
  'a keeper with a file store': {
    profile: false,
    async run(home, token) {
      const store = fileStore({ folder: join(home, 'profiles', 'default'), fileSystem: bench.fileSystem });
      const keeper = bench.keeper({ store, seed: { refreshToken: token } });
      const error = await failureOf(() => keeper.accessToken());
      return { code: 1, stderr: `${error.detail}` };
    },
  },
};

const env = (home: string, more: Record<string, string> = { SPOTIFY_CLIENT_ID: clientId }) => ({
  env: { REFRAIN_HOME: home, ...more },
});

/** What a use has done on a disk: its exit code, its words, and what was sent. */
async function tryOn(use: (typeof uses)[string], home: string, fileSystem: FileSystem) {
  if (use.profile) {
    await bench.login();
    bench.clock.time += 2 * hour;
  }
  const token = await newToken();
  bench.fileSystem = fileSystem;
  bench.controls.forgetRequests();
  const { code, stderr } = await use.run(home, token);
  return { code, text: stderr.replaceAll('\n', ' '), requests: bench.controls.requests, opened: bench.opened };
}

const nothingSent = (home: string, says: string) => ({
  code: 1,
  text: expect.toSatisfy((text: string) => text.includes(home) && text.includes(says)) as string,
  requests: [],
  opened: [],
});

describe.each(Object.entries(badDisks))('on a disk %s', (_, { disk, says }) => {
  it.each(Object.entries(uses))('nothing is sent: %s', async (__, use) => {
    expect(await tryOn(use, bench.home, disk)).toEqual(nothingSent(bench.home, says));
  });
});

/** Folders that are not the user's own, with what must be said of them. */
const badHomes: Record<string, { make(home: string): void; readonly says: string; readonly at?: string }> = {
  'that is a broken link': {
    make: (home) => symlinkSync('/nowhere/at/all', home),
    says: 'is a broken link: no such folder (ENOENT)',
  },
  'that is a link': {
    make: (home) => {
      mkdirSync(`${home} target`, { mode: 0o700 });
      symlinkSync(`${home} target`, home);
    },
    says: 'is a link',
  },
  'that others can change': {
    make: (home) => {
      mkdirSync(home);
      chmodSync(home, 0o777);
    },
    says: 'can be changed by others (mode 777)',
  },
  'whose profiles others can change': {
    make: (home) => {
      for (const name of ['profiles', 'variables']) {
        mkdirSync(join(home, name), { recursive: true });
        chmodSync(join(home, name), 0o770);
      }
    },
    says: 'can be changed by others (mode 770)',
  },
  'whose profiles are a link': {
    make: (home) => {
      mkdirSync(`${home} target`, { mode: 0o700 });
      mkdirSync(home, { mode: 0o700 });
      for (const name of ['profiles', 'variables']) symlinkSync(`${home} target`, join(home, name));
    },
    says: 'is a link',
  },
};

describe.each(Object.entries(badHomes))('in a REFRAIN_HOME %s', (_, { make, says }) => {
  const inHome = Object.entries(uses).filter(([name, { profile }]) => !profile && !name.includes('keeper'));
  it.each(inHome)('nothing is sent: %s', async (__, use) => {
    const home = join(bench.home, 'home');
    make(home);
    expect(await tryOn(use, home, machineFileSystem)).toEqual(nothingSent(home, says));
  });
});

describe('on a good disk', () => {
  it.each(Object.entries(uses).filter(([name]) => !name.includes('keeper')))(
    'a request is sent: %s',
    async (_, use) => {
      if (use.profile) {
        await bench.login();
        bench.clock.time += 2 * hour;
      }
      const token = await newToken();
      bench.controls.forgetRequests();
      expect(await use.run(bench.home, token)).toMatchObject({ code: 0 });
      expect(bench.controls.requests).not.toEqual([]);
    },
  );

  it('a proof leaves nothing', async () => {
    const folder = join(bench.home, 'profiles', 'default');
    await fileStore({ folder, root: bench.home }).prove();
    expect(readdirSync(folder)).toEqual([]);
    await bench.login();
    await fileStore({ folder, root: bench.home }).prove();
    expect(readdirSync(folder)).toEqual(['versions']);
  });
});

describe('--unsaved', () => {
  it.each(Object.entries(badDisks))(
    'uses a token on a disk %s, and says that a replaced one is lost',
    async (_, { disk }) => {
      bench.fileSystem = disk;
      const token = await newToken();
      const variables = env(bench.home, { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: token });
      const { code, stdout, stderr } = await bench.run(['token', '--unsaved'], variables);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/./)]);
      expect(stderr).toContain('The new one is not saved (--unsaved)');
      expect(bench.refreshes).toHaveLength(1);
    },
  );

  it('saves if it can', async () => {
    const token = await newToken();
    const variables = env(bench.home, { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: token });
    for (let run = 0; run < 2; run++) {
      expect(await bench.run(['token', '--unsaved'], variables)).toMatchObject({ code: 0 });
      bench.clock.time += 2 * hour;
    }
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(2);
  });

  it('is suggested by an error of `token`, which has the flag, but not of `login`', async () => {
    bench.fileSystem = badDisks['full']?.disk ?? machineFileSystem;
    const variables = env(bench.home, { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: await newToken() });
    expect((await bench.run(['token'], variables)).stderr).toMatch(/REFRAIN_HOME[^]*--unsaved/);
    expect((await bench.run(['login'], env(bench.home))).stderr).not.toContain('--unsaved');
  });
});

describe('a note that cannot be saved beside a token', () => {
  it.each([
    ['login', ['login', '--profile', 'work'], ['redirect URI', 'account']],
    ['login --with-token', ['login', '--with-token', '--profile', 'work'], ['redirect URI', 'account']],
    ['renew', ['renew'], ['redirect URI']],
  ])('is a warning, and the token is used from then on: %s', async (_, args, names) => {
    const before = await bench.login();
    bench.fileSystem = fullWithToken();
    const { code, stderr } = await bench.run(args, { stdin: await newToken(), ...env(bench.home) });
    const text = stderr.replaceAll('\n', ' ');
    for (const name of names) expect(text).toMatch(`The token is saved, but not its ${name}: `);
    expect([code, text]).toEqual([0, expect.stringMatching(/the disk is full \(ENOSPC\)\..*Logged in/)]);
    bench.fileSystem = machineFileSystem;
    const record = await bench.record(args[0] === 'renew' ? 'default' : 'work');
    expect(record?.token?.refreshToken).not.toBe(before.refreshToken);
  });

  it('names the other record of a token that was moved', async () => {
    const { refreshToken } = await bench.login();
    bench.fileSystem = fullWithToken('work');
    const { code, stderr } = await bench.run(['login', '--with-token', '--profile', 'work'], {
      stdin: refreshToken,
      ...env(bench.home),
    });
    expect([code, stderr.replaceAll('\n', ' ')]).toEqual([
      0,
      expect.stringContaining('profile \u201cdefault\u201d still has it too'),
    ]);
    expect(stderr).not.toContain('Moved');
  });
});

describe('a token in hand that cannot be saved', () => {
  const ways: Record<string, readonly string[]> = {
    login: ['login'],
    'login --with-token': ['login', '--with-token'],
    renew: ['renew'],
    'renew --with-token': ['renew', '--with-token'],
  };

  it.each(Object.entries(ways))('is printed with --print: %s', async (_, args) => {
    await bench.login();
    bench.fileSystem = fullAfterProof;
    const options = { stdin: await newToken(), ...env(bench.home) };
    const { code, stdout, stderr } = await bench.run([...args, '--print', 'token'], options);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^\S{20,}\n$/)]);
    expect(stderr.replaceAll('\n', ' ')).toContain('the disk is full (ENOSPC)');
    // It is the newest one.
    bench.fileSystem = machineFileSystem;
    expect(await bench.run(['login', '--with-token'], { ...options, stdin: stdout })).toMatchObject({ code: 0 });
  });

  it.each(Object.entries(ways))('is named as lost without it, and a record that had it stays: %s', async (_, args) => {
    await bench.login();
    bench.fileSystem = fullAfterProof;
    const { code, stdout, stderr } = await bench.run(args, { stdin: await newToken(), ...env(bench.home) });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.replaceAll('\n', ' ')).toContain('--print env');
  });
});
