import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { startRefrain } from '../support/command/started.ts';

const commands = [
  'login',
  'token',
  'api',
  'status',
  'renew',
  'check',
  'env',
  'push',
  'serve',
  'snapshot',
  'page',
  'emulate',
  'scopes',
  'logout',
] as const;

let bench: RefrainBench;
beforeAll(async () => {
  bench = await refrainBench();
});
afterAll(() => bench.close());

/** Expects text that fits a screen of 24 lines and 80 columns. */
function fits(text: string): void {
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
}

describe('help', () => {
  it.each([['--help'], ['help'], []])('fits a screen and names every command, examples first (%s)', async (...args) => {
    const { code, stdout, stderr } = await bench.run(args);
    expect([code, stderr]).toEqual([0, '']);
    fits(stdout);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout.indexOf('refrain login')).toBeLessThan(stdout.search(/^ {2}token /m));
  });

  it.each(commands)('of %s fits a screen, with an example before the flags', async (name) => {
    const { code, stdout } = await bench.run([name, '--help']);
    expect(code).toBe(0);
    fits(stdout);
    expect(stdout.indexOf(`refrain ${name}`)).toBeLessThan(stdout.indexOf('--'));
    for (const flag of ['--profile NAME', '--json']) expect(stdout).toContain(flag);
    expect((await bench.run(['help', name])).stdout).toBe(stdout);
  });

  it('names exit codes, the folder of tokens and the documentation', async () => {
    const { stdout } = await bench.run(['--help']);
    for (const fact of ['0 done', '1 failed', '2 wrong usage', '3 a person is needed', 'REFRAIN_HOME']) {
      expect(stdout).toContain(fact);
    }
    const [, document = ''] = /^Docs: (.+)$/m.exec(stdout) ?? [];
    expect(existsSync(document)).toBe(true);
  });

  it('has short flags', async () => {
    expect((await bench.run(['-h'])).stdout).toBe((await bench.run(['--help'])).stdout);
    expect((await bench.run(['status', '-h'])).stdout).toBe((await bench.run(['status', '--help'])).stdout);
    expect((await bench.run(['-V'])).stdout).toBe((await bench.run(['--version'])).stdout);
  });

  it('prints the version of the package', async () => {
    expect((await bench.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong usage', () => {
  it.each([
    [['logni'], 'login'],
    [['tokn', '--help'], 'token'],
    [['help', 'stats'], 'status'],
    [['status', '--exit-cod'], '--exit-code'],
    [['--jso', 'status'], '--json'],
    [['emulate', '--consent', 'agre'], 'agree'],
  ])('%j exits with 2 and a suggestion', async (args, meant) => {
    const { code, stdout, stderr } = await bench.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(meant);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it.each([
    ['refresh', 'token'],
    ['list', 'status'],
    ['whoami', 'status'],
    ['doctor', 'check'],
    ['auth', 'login'],
    ['curl', 'api'],
  ])('%s, as other programs call it, exits with 2 and names the command: %s', async (typed, meant) => {
    const { code, stdout, stderr } = await bench.run(['--profile', 'work', typed, '--json']);
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ error: { message: expect.stringContaining(`\`refrain ${meant}\``) } });
  });

  it.each([
    ['no command', ['--json']],
    ['an unknown command', ['nope', '--json']],
    ['an unknown flag', ['status', '--nope', '--json']],
    ['an extra argument', ['token', 'more', '--json']],
    ['a flag without its value', ['emulate', '--json', '--port']],
  ])('is one JSON document with --json: %s', async (_, args) => {
    const { code, stdout, stderr } = await bench.run(args);
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'wrong_usage', message: expect.any(String), cure: expect.any(String) },
    });
  });

  it('does not repeat a value, which may be a secret', async () => {
    const secret = 'AQBnotforanyonestoseeAQBnotforanyonestosee';
    for (const args of [['token', `--refresh-token=${secret}`], [secret], ['status', `--${secret}`]]) {
      const { code, stdout, stderr } = await bench.run(args);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain(secret);
    }
  });
});

describe('servers', () => {
  it('emulate prints its variables, runs until a signal, and exits with 0', async () => {
    const started = startRefrain(bench, ['emulate', '--port', '0', '--consent', 'agree', '--rotate']);
    const [, url = ''] = await started.prints(/^SPOTIFY_ACCOUNTS_URL=(http:\S+)\n/m);
    await started.prints(new RegExp(`^SPOTIFY_API_URL=${url}\nSPOTIFY_CLIENT_ID=[0-9a-f]{32}\n`, 'm'));
    const { settings } = (await (await fetch(`${url}/emulator`)).json()) as { settings: object };
    expect(settings).toMatchObject({ consent: 'agree', rotatesRefreshTokens: true });
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 0, signal: null });
    await expect(fetch(url)).rejects.toThrow(TypeError);
  });

  it('page serves the page and an emulator, and exits with 0', async () => {
    const started = startRefrain(bench, ['page', '--json', '--no-open', '--port', '0', '--emulator-port', '0']);
    const { url, emulatorUrl } = JSON.parse((await started.prints(/^\{.*\}\n/))[0]) as Record<string, string>;
    expect(await (await fetch(url ?? '')).text()).toContain('Connect Spotify');
    expect((await fetch(`${emulatorUrl}v1/me`)).status).toBe(401);
    started.child.kill('SIGINT');
    expect(await started.ended).toMatchObject({ code: 0, signal: null });
  });
});

describe('standard output', () => {
  const program = fileURLToPath(new URL('../../dist/cli/refrain.js', import.meta.url));
  const into = (redirected: string) =>
    spawnSync('sh', ['-c', `"$0" "$1" scopes ${redirected}`, process.execPath, program], { encoding: 'utf8' });

  it.runIf(existsSync('/dev/full'))('that cannot be written is an error', () => {
    const { status, stderr } = into('> /dev/full');
    expect([status, stderr]).toEqual([1, 'Standard output could not be written (ENOSPC).\n']);
  });

  it.runIf(existsSync('/dev/full'))('whose reader stops reading is not an error', () => {
    expect(into('| head -n 0').stderr).toBe('');
  });

  it.each(['stdout', 'stderr'] as const)('does not change the exit code if nobody reads %s', async (name) => {
    const started = startRefrain(bench, ['api', '/me']);
    started.child[name]?.destroy();
    expect((await started.ended).code).toBe(3);
  });
});
