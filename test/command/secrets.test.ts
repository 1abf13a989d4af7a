import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/refrain.ts';
import { callbackOf, openTab, startRefrain, type Started } from '../support/started.ts';

const { clientId, clientSecret } = practiceApp;
const program = fileURLToPath(new URL('../../dist/cli/refrain.js', import.meta.url));
const onLinux = process.platform === 'linux';

let bench: RefrainBench;
const running: Started[] = [];
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(async () => {
  for (const { child } of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await bench.close();
});

const start = (...given: Parameters<typeof startRefrain> extends [unknown, ...infer Rest] ? Rest : never) => {
  const started = startRefrain(bench, ...given);
  running.push(started);
  return started;
};

/** A secret as it may hide: raw, base64 (at each of its three offsets), URL-encoded. */
function disguises(secret: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${' '.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(4, -4),
  );
  return [
    secret,
    encodeURIComponent(secret),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** Which of these secrets a text holds, in any disguise; by their places in the list, so that no report shows one. */
function leaks(text: string, secrets: readonly string[]): number[] {
  return secrets.flatMap((secret, index) =>
    disguises(secret).some((disguise) => text.includes(disguise)) ? [index] : [],
  );
}

/** What the kept record of a profile holds in confidence. */
function kept(profile = 'default'): string[] {
  const folder = join(bench.home, 'profiles', profile, 'versions');
  const name = readdirSync(folder).find((one) => one.startsWith('record.')) ?? '';
  const { token, clientSecret: secret } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return [token.refreshToken, token.access?.token, secret].filter((one) => typeof one === 'string');
}

describe('secrets', () => {
  it('would be found in any disguise', () => {
    const secret = 'AQB/secret+that=is-long_enough';
    for (const text of [`a ${secret} b`, encodeURIComponent(`a=${secret}&`)])
      expect(leaks(text, [secret])).toEqual([0]);
    for (const before of ['', 'a', 'ab', 'id:']) {
      expect(leaks(Buffer.from(`${before}${secret} and more`).toString('base64'), [secret])).toEqual([0]);
    }
  });

  it('stand in no output of a whole life but where they were asked for', async () => {
    let said = '';
    const secrets: string[] = [clientSecret];
    const secretGrant = { env: { SPOTIFY_CLIENT_SECRET: clientSecret } };
    for (const [command, options] of [
      [['login', '--client-id', clientId, '--grant', 'authorization_code'], secretGrant],
      [['renew', '--json'], {}],
    ] as const) {
      const started = start([...command, '--no-browser'], options);
      const callback = await callbackOf(await started.address());
      secrets.push(new URL(callback).searchParams.get('code') ?? '');
      const tab = await openTab(callback);
      const { stdout, stderr } = await started.ended;
      said += tab.text + stdout + stderr;
      secrets.push(...kept());
    }
    const { refreshToken = '' } = await bench.consent();
    secrets.push(refreshToken);
    const variables = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken };
    const commands: readonly (readonly [string[], object?])[] = [
      [['status']],
      [['status', '--json']],
      [['login', '--with-token', '--client-id', clientId, '--profile', 'brought'], { stdin: refreshToken }],
      [['login', '--with-token', '--client-id', 'f'.repeat(32)], { stdin: refreshToken }],
      [['login', '--with-token', '--client-id', clientId, '--authorized-at', 'x'], { stdin: refreshToken }],
      [['check']],
      [['check', '--json'], { env: variables }],
      [['env']],
      [['env', '--json']],
      [['env', '--get', 'NOTHING']],
      [['push', 'vercel']],
      [['scopes']],
      [['token', '--nope'], { env: variables }],
      [['token'], { env: { ...variables, SPOTIFY_CLIENT_ID: 'f'.repeat(32) } }],
      [
        ['token'],
        { env: { ...variables, SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:9', REFRAIN_HOME: join(bench.folder, 'x') } },
      ],
      [['logout', '--profile', 'brought']],
    ];
    for (const [args, options] of commands) {
      const { stdout, stderr } = await bench.run(args, options);
      said += stdout + stderr;
    }
    expect(secrets.filter((secret) => secret.length > 20)).toHaveLength(10);
    expect(leaks(said, secrets)).toEqual([]);
  });

  it('stand in no argument and no child’s environment, and leave this process’s own', async (context) => {
    context.skip(!onLinux, '/proc is Linux’s');
    // The browser is a program that notes what it was given.
    const bin = join(bench.folder, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'xdg-open'),
      '#!/bin/sh\n{ env; echo "$@"; } > "$HOME/noted.tmp"; mv "$HOME/noted.tmp" "$HOME/noted"\n',
      { mode: 0o755 },
    );
    const env = {
      PATH: `${bin}:${process.env['PATH']}`,
      SPOTIFY_CLIENT_SECRET: clientSecret,
      SPOTIFY_REFRESH_TOKEN: 'AQBnotforachildprocessAQBnotforachildprocess',
    };
    const started = start(['login', '--client-id', clientId, '--grant', 'authorization_code'], { env });
    const address = await started.address();
    await expect.poll(() => existsSync(join(bench.folder, 'noted'))).toBe(true);
    const noted = readFileSync(join(bench.folder, 'noted'), 'utf8');
    expect(noted).toContain(address);
    expect(leaks(noted, [clientSecret, env.SPOTIFY_REFRESH_TOKEN])).toEqual([]);
    expect(
      leaks(readFileSync(`/proc/${started.child.pid}/cmdline`, 'utf8'), [clientSecret, env.SPOTIFY_REFRESH_TOKEN]),
    ).toEqual([]);
    await openTab(address);
    expect((await started.ended).code).toBe(0);
  });

  it('stand in no crash report', async () => {
    const folder = join(bench.folder, 'reports');
    mkdirSync(folder);
    const secret = 'AQBnotforanyreportAQBnotforanyreport';
    // A report is written at a signal: it shows environment, arguments and stack as one at a crash does.
    const script = join(bench.folder, 'reporting.mjs');
    writeFileSync(
      script,
      `process.on('exit', () => process.report.writeReport(${JSON.stringify(join(folder, 'report.json'))}));
       process.argv.splice(1, 1, ${JSON.stringify(program)});
       await import(${JSON.stringify(program)});`,
    );
    symlinkSync(program, join(bench.folder, 'refrain.js'));
    execFileSync(process.execPath, ['--report-on-fatalerror', script, 'status'], {
      env: {
        ...process.env,
        REFRAIN_HOME: bench.home,
        SPOTIFY_CLIENT_SECRET: clientSecret,
        SPOTIFY_REFRESH_TOKEN: secret,
      },
      stdio: 'pipe',
    });
    const report = readFileSync(join(folder, 'report.json'), 'utf8');
    expect(report).toContain('REFRAIN_HOME');
    expect(leaks(report, [clientSecret, secret])).toEqual([]);
  });
});
