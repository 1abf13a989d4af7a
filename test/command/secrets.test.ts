import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { callbackOf, openTab, startRefrain, type StartOptions } from '../support/command/started.ts';

// Every test of the command searches all output and files for secrets when its bench closes. These tests cover the rest:
// one run through every command, child processes, and crashes.
const { clientId, clientSecret } = practiceApp;

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const start = (args: readonly string[], options?: StartOptions) => startRefrain(bench, args, options);

/** The secrets in the record of a profile. */
function savedSecrets(profile = 'default'): string[] {
  const folder = join(bench.home, 'profiles', profile, 'versions');
  const name = readdirSync(folder).find((one) => one.startsWith('record.')) ?? '';
  const { token, clientSecret: secret } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return [token.refreshToken, token.access?.token, secret].filter((one) => typeof one === 'string');
}

describe('secrets', () => {
  it('appear only in output that the user asked for', async () => {
    const used: string[] = [];
    for (const [command, options] of [
      [
        ['login', '--client-id', clientId, '--grant', 'authorization_code'],
        { env: { SPOTIFY_CLIENT_SECRET: clientSecret } },
      ],
      [['renew', '--json'], {}],
      [['login', '--client-id', clientId, '--profile', 'alone'], {}],
    ] as const) {
      const started = start([...command, '--no-browser'], options);
      const callback = await callbackOf(await started.address());
      await openTab(callback);
      expect((await started.ended).code).toBe(0);
      used.push(new URL(callback).searchParams.get('code') ?? '', ...savedSecrets());
    }
    // Errors with secrets at hand. Other errors have their own tests, whose benches search too.
    const { refreshToken = '' } = await bench.consent();
    const variables = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken };
    for (const [args, options] of [
      [['login', '--with-token', '--client-id', 'f'.repeat(32)], { stdin: refreshToken }],
      [['login', '--with-token', '--client-id', clientId, '--authorized-at', 'x'], { stdin: refreshToken }],
      [['token', '--nope'], { env: variables }],
      [['token'], { env: { ...variables, SPOTIFY_CLIENT_ID: 'f'.repeat(32) } }],
      [['token', '--profile', 'x'], { env: { ...variables, SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:9' } }],
    ] as const) {
      expect((await bench.run(args, options)).code).not.toBe(0);
    }
    const known = bench.search.secrets();
    // The search knows every secret that was used, also the verifier that only the server saw.
    expect([...used, refreshToken].filter((secret) => !known.has(secret))).toEqual([]);
    expect(new Set(known.values())).toEqual(
      new Set(['client secret', 'code', 'code verifier', 'access token', 'refresh token']),
    );
    expect(bench.search.leaks()).toEqual([]);
  });

  it('appear in no argument, no child\u2019s environment, and not in process.env', async (context) => {
    context.skip(process.platform !== 'linux', '/proc is Linux\u2019s');
    // The browser is a program that writes down its arguments and environment.
    const bin = join(bench.folder, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'xdg-open'),
      '#!/bin/sh\n{ env; echo "$@"; } > "$HOME/noted.tmp"; mv "$HOME/noted.tmp" "$HOME/noted"\n',
      { mode: 0o755 },
    );
    const env = {
      PATH: `${bin}:${bench.path}`,
      SPOTIFY_CLIENT_SECRET: clientSecret,
      SPOTIFY_REFRESH_TOKEN: 'AQBnotforachildprocessAQBnotforachildprocess',
    };
    const started = start(['login', '--client-id', clientId, '--grant', 'authorization_code'], { env });
    const address = await started.address();
    await expect.poll(() => existsSync(join(bench.folder, 'noted'))).toBe(true);
    expect(readFileSync(join(bench.folder, 'noted'), 'utf8')).toContain(address);
    bench.search.note('the process list', readFileSync(`/proc/${started.child.pid}/cmdline`, 'utf8'));
    await openTab(address);
    expect((await started.ended).code).toBe(0);
    expect(bench.search.leaks()).toEqual([]);
  });

  it('do not appear in the state and request log of the emulator', async () => {
    const emulator = start(['emulate', '--port', '0', '--consent', 'agree', '--rotate']);
    const [, url = ''] = await emulator.prints(/^SPOTIFY_ACCOUNTS_URL=(http:\S+)\n/m);
    const env = { SPOTIFY_ACCOUNTS_URL: url, SPOTIFY_API_URL: url, SPOTIFY_CLIENT_SECRET: clientSecret };
    const login = start(['login', '--client-id', clientId, '--grant', 'authorization_code', '--no-browser'], { env });
    await openTab(await login.address());
    expect((await login.ended).code).toBe(0);
    const [before = '', access = ''] = savedSecrets();
    // `check` refreshes the token.
    await bench.run(['check'], { env });
    const [after = ''] = savedSecrets();
    expect(after).not.toBe(before);
    // The emulator is another process: its tokens are known only from the store.
    for (const token of [before, after]) bench.search.learn('refresh token', token);
    bench.search.learn('access token', access);
    for (const path of ['/emulator', '/emulator/requests']) {
      const text = await (await fetch(url + path)).text();
      expect(text).not.toBe('');
      bench.search.note(path, text);
    }
    emulator.child.kill('SIGTERM');
    await emulator.ended;
    expect(bench.search.leaks()).toEqual([]);
  });
});

describe('a crash report', () => {
  const preload = pathToFileURL(join(import.meta.dirname, '../support/secrets/crash.mjs')).href;
  const asked = '--report-on-fatalerror --report-uncaught-exception --report-on-signal';
  const crash = (how: string) => ({
    CRASH: how,
    NODE_OPTIONS: `--import=${preload} --max-old-space-size=48 ${asked}`,
  });

  /** The only report in the folder where the command ran. */
  function report() {
    const [name = '', ...more] = readdirSync(bench.work).filter((one) => one.startsWith('report.'));
    expect(more).toEqual([]);
    return JSON.parse(readFileSync(join(bench.work, name), 'utf8'));
  }

  it.each([
    ['heap', 'FatalError', 'OOMError'],
    ['uncaught', 'Exception', 'Exception'],
  ])('of a login does not contain secrets: %s', async (how, ...triggers) => {
    const args = ['login', '--client-id', clientId, '--grant', 'authorization_code', '--client-secret-stdin'];
    const login = start([...args, '--no-browser'], { env: crash(how), stdin: clientSecret });
    const callback = await callbackOf(await login.address());
    await expect(openTab(callback)).rejects.toThrow(TypeError);
    const { code, stderr } = await login.ended;
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining('crashing')]);
    expect(triggers).toContain(report().header.trigger);
    expect(report().environmentVariables).toMatchObject({ CRASH: how });
    expect(bench.search.leaks()).toEqual([]);
  });

  it.each([
    [
      'token',
      async () => {
        const { refreshToken } = await bench.consent({ grant: 'authorization_code' });
        return {
          SPOTIFY_CLIENT_ID: clientId,
          SPOTIFY_REFRESH_TOKEN: refreshToken,
          SPOTIFY_CLIENT_SECRET: clientSecret,
        };
      },
    ],
    ['check', async () => void (await bench.login({ grant: 'authorization_code' }))],
  ])('of %s does not contain secrets from variables or the store', async (command, prepare) => {
    const env = { ...(await prepare()), ...crash('heap') };
    const { code, stdout, stderr } = await bench.run([command], { env });
    expect(code).not.toBe(0);
    expect([stdout, stderr]).toEqual(['', expect.stringContaining('crashing')]);
    expect(['FatalError', 'OOMError']).toContain(report().header.trigger);
    expect(bench.search.leaks()).toEqual([]);
  });

  it('at a signal during a login does not contain secrets', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no such signal');
    const env = { NODE_OPTIONS: asked, SPOTIFY_CLIENT_SECRET: clientSecret, SPOTIFY_REFRESH_TOKEN: 'AQ'.repeat(40) };
    const args = ['login', '--client-id', clientId, '--grant', 'authorization_code', '--no-browser'];
    const login = start(args, { env });
    const address = await login.address();
    login.child.kill('SIGUSR2');
    await login.says(/Node\.js report completed/);
    await openTab(address);
    expect((await login.ended).code).toBe(0);
    expect(report().header.trigger).toBe('Signal');
    expect(bench.search.leaks()).toEqual([]);
  });
});

describe('the search', () => {
  it('fails a test whose command got a secret as an argument, or left one in a file', async () => {
    const leaking = await refrainBench();
    const { refreshToken } = await leaking.login();
    await leaking.run(['scopes', refreshToken]);
    mkdirSync(join(leaking.work, 'deep'));
    writeFileSync(join(leaking.work, 'deep', 'notes'), `then ${Buffer.from(refreshToken).toString('base64')}`);
    const failure = await leaking.close().catch(({ message }: Error) => message);
    expect(failure).toMatch(/^refresh token \(raw\) in an argument of .refrain scopes.$/m);
    expect(failure).toMatch(/^refresh token \(base64\) in the file work \w+\/deep\/notes$/m);
    expect(failure).not.toContain(refreshToken.slice(0, 16));
    expect(existsSync(leaking.folder)).toBe(false);
  });
});
