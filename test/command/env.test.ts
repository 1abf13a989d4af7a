import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { needs } from '../support/command/program.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const file = (name = '.env') => join(bench.work, name);
const read = (name = '.env') => ({ ...parseEnv(readFileSync(file(name), 'utf8')) });

describe('refrain env', () => {
  it('writes a .env that the next program can use', async () => {
    const { refreshToken, keeper } = await bench.login();
    const { code, stdout, stderr } = await bench.run(['env']);
    expect([code, stdout]).toEqual([0, '']);
    const { authorizedAt = 0 } = await keeper.state();
    expect(read()).toEqual({
      SPOTIFY_CLIENT_ID: practiceApp.clientId,
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      SPOTIFY_AUTHORIZED_AT: new Date(authorizedAt).toISOString(),
      SPOTIFY_ACCOUNTS_URL: bench.emulator.url,
      SPOTIFY_API_URL: bench.emulator.url,
    });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(stderr).toContain('SPOTIFY_REFRESH_TOKEN');
    expect(stderr).not.toContain(refreshToken);
    // A program that ignores these addresses would send the token to Spotify.
    expect(stderr).toContain(`The token works only with ${bench.emulator.url}`);
    // The file is enough to get an access token without a profile.
    const elsewhere = await bench.run(['token'], { env: { ...read(), REFRAIN_HOME: file('none') } });
    expect([elsewhere.code, elsewhere.stdout]).toEqual([0, expect.stringMatching(/^\S+\n$/)]);
  });

  it('updates a file in place, makes it private, and says so, as JSON too', async () => {
    const { refreshToken } = await bench.login();
    const before =
      '# mine\r\nPORT=3000\r\nexport SPOTIFY_REFRESH_TOKEN="old" # since May\r\nSPOTIFY_AUTHORIZED_AT=2020-01-01';
    writeFileSync(file('web.env'), before);
    chmodSync(file('web.env'), 0o644);
    const { code, stdout, stderr } = await bench.run(['env', 'web.env', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      path: file('web.env'),
      created: false,
      changed: expect.arrayContaining(['SPOTIFY_CLIENT_ID', 'SPOTIFY_REFRESH_TOKEN', 'SPOTIFY_AUTHORIZED_AT']),
    });
    expect(readFileSync(file('web.env'), 'utf8')).toMatch(
      new RegExp(
        `^# mine\\r\\nPORT=3000\\r\\nexport SPOTIFY_REFRESH_TOKEN=${refreshToken} # since May\\r\\n` +
          'SPOTIFY_AUTHORIZED_AT=20\\d\\d-\\S+Z\\r\\nSPOTIFY_CLIENT_ID=\\w+\\r\\n',
      ),
    );
    expect(stderr).toContain('Other users could read the file');
    expect((await bench.run(['env', 'web.env'])).stderr).toContain('is up to date');
  });

  it('writes the secret only if the token needs it', async () => {
    await bench.login();
    await bench.run(['env'], { env: { SPOTIFY_CLIENT_SECRET: practiceApp.clientSecret } });
    expect(read()).not.toHaveProperty('SPOTIFY_CLIENT_SECRET');
    await bench.login({ profile: 'server', grant: 'authorization_code' });
    await bench.run(['env', '--profile', 'server', 'server.env']);
    expect(read('server.env')).toMatchObject({ SPOTIFY_CLIENT_SECRET: practiceApp.clientSecret });
  });

  it('clears what belonged to another token, and keeps a secret', async () => {
    const tokens = await bench.consent();
    const text = 'SPOTIFY_AUTHORIZED_AT=2020-01-01\nSPOTIFY_CLIENT_SECRET=mine\n';
    writeFileSync(file(), text);
    const variables = { SPOTIFY_CLIENT_ID: practiceApp.clientId, SPOTIFY_REFRESH_TOKEN: tokens.refreshToken };
    const { stderr } = await bench.run(['env'], { env: variables });
    expect(read()).toMatchObject({ SPOTIFY_AUTHORIZED_AT: '', SPOTIFY_CLIENT_SECRET: 'mine' });
    expect(stderr).toMatch(/Cleared.*SPOTIFY_AUTHORIZED_AT/);
    expect(stderr).toMatch(/Expiry unknown/);
  });

  it('warns about a single-use token', async () => {
    bench.emulator.controls.set({ rotatesRefreshTokens: true });
    const { keeper } = await bench.login();
    expect((await bench.run(['env'])).stderr).not.toContain('works once');
    await keeper.refreshNow();
    expect((await bench.run(['env'])).stderr).toContain('works once');
  });

  it('warns if git does not ignore the file, or tracks it', async (context) => {
    needs(context, 'git');
    await bench.login();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: bench.work, stdio: 'ignore' });
    expect((await bench.run(['env'])).stderr).not.toMatch(/git/i);
    git('init');
    expect((await bench.run(['env'])).stderr).toContain('Git does not ignore .env');
    git('add', '-f', '.env');
    expect((await bench.run(['env'])).stderr).toContain('Git tracks .env');
    git('rm', '--cached', '.env');
    writeFileSync(file('.gitignore'), '.env\n');
    const { stderr, stdout } = await bench.run(['env', '--json']);
    expect(stderr).not.toMatch(/git/i);
    expect(JSON.parse(stdout).git).toBe('ignored');
  });

  it('refuses a folder, and suggests a file in it', async () => {
    await bench.login();
    mkdirSync(file('web'));
    const { code, stderr } = await bench.run(['env', 'web']);
    expect(code).toBe(2);
    expect(stderr).toContain(join('web', '.env'));
  });

  it('needs a login, and the accounts URL of the profile', async () => {
    expect((await bench.run(['env'])).code).toBe(3);
    await bench.login();
    const env = { SPOTIFY_ACCOUNTS_URL: undefined, SPOTIFY_API_URL: undefined };
    const other = await bench.run(['env', '--json'], { env });
    expect([other.code, JSON.parse(other.stdout).error.code]).toEqual([2, 'accounts_url_mismatch']);
    // The user has to set the variable again, so the error says which value it had.
    for (const command of ['env', 'check', 'login']) {
      expect((await bench.run([command], { env })).stderr).toContain(bench.emulator.url);
    }
  });
});

describe('refrain env --get', () => {
  it('prints one value and nothing else', async () => {
    const { refreshToken } = await bench.login();
    expect(await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'])).toEqual({
      code: 0,
      stdout: `${refreshToken}\n`,
      stderr: '',
    });
    expect((await bench.run(['env', '--get', 'SPOTIFY_CLIENT_ID'])).stdout).toBe(`${practiceApp.clientId}\n`);
    expect((await bench.run(['env', '--get', 'SPOTIFY_AUTHORIZED_AT'])).stdout).toMatch(/^20.*Z\n$/);
    const json = await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKEN', '--json']);
    expect(JSON.parse(json.stdout)).toEqual({ name: 'SPOTIFY_REFRESH_TOKEN', value: refreshToken });
  });

  it('fails without output if there is no such value', async () => {
    await bench.login();
    const { code, stdout } = await bench.run(['env', '--get', 'SPOTIFY_CLIENT_SECRET']);
    expect([code, stdout]).toEqual([1, '']);
  });

  it('refuses an unknown name, and a file', async () => {
    const wrong = await bench.run(['env', '--get', 'SPOTIFY_REFRESH_TOKN']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('SPOTIFY_REFRESH_TOKEN');
    expect((await bench.run(['env', '.env', '--get', 'SPOTIFY_CLIENT_ID'])).code).toBe(2);
  });
});

describe('refrain env -', () => {
  it('prints the lines', async () => {
    const { refreshToken } = await bench.login();
    const { code, stdout } = await bench.run(['env', '-']);
    expect(code).toBe(0);
    expect(parseEnv(stdout)).toMatchObject({ SPOTIFY_REFRESH_TOKEN: refreshToken });
  });
});
