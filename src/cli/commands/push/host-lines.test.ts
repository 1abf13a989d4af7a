import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needs } from '../../../../test/support/command/program.ts';
import { formatHostLines } from './host-lines.ts';
import { hosts, type Host } from './hosts.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'refrain-hosts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, lines: string) {
  writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(folder, name), 0o755);
}

const environment = () => ({ PATH: [folder, process.env['PATH']].join(delimiter) });
const noted = () => (existsSync(join(folder, 'noted')) ? readFileSync(join(folder, 'noted'), 'utf8') : '');

const lineFor = (host: Host, options: { environment?: string; platform?: NodeJS.Platform } = {}) =>
  formatHostLines(host, {
    refrain: (command) => `refrain ${command}`,
    names: ['SPOTIFY_REFRESH_TOKEN'],
    target: { environment: options.environment },
    platform: options.platform ?? 'linux',
  })[0] ?? '';

/** Each host, and the program that its lines start. */
const programs = Object.values(hosts).map((host) => [host.kind, host, host.typed.split(' ')[0] ?? ''] as const);

describe.each(programs)('the lines for %s', (_, host, name) => {
  it('fail without starting the program if Refrain has no value', () => {
    program('refrain', 'exit 3');
    program(name, `echo started > '${folder}/noted'`);
    const { status } = spawnSync('sh', ['-c', lineFor(host)], { env: environment() });
    expect(status).toBe(3);
    expect(noted()).toBe('');
  });
});

describe.each(programs.filter(([kind]) => kind !== 'netlify'))('a line for %s', (_, host, name) => {
  it.for(['sh', 'bash'])('pipes the value in %s and leaves no trace of it', (shell, context) => {
    if (shell !== 'sh') needs(context, shell);
    program('refrain', 'echo its-value');
    program(name, `{ echo "$*"; env; } > '${folder}/noted'; cat`);
    const script = `${lineFor(host)}; printf '|%s' "$value"`;
    expect(execFileSync(shell, ['-c', script], { env: environment(), encoding: 'utf8' })).toBe('its-value|');
    expect(noted()).toContain('SPOTIFY_REFRESH_TOKEN');
    expect(noted()).not.toContain('its-value');
  });

  it('can be piped into sh from any other shell', () => {
    program('refrain', 'echo its-value');
    program(name, `cat >> '${folder}/noted'; echo >> '${folder}/noted'`);
    execFileSync('sh', { input: `${lineFor(host)}\n${lineFor(host)}\n`, env: environment() });
    expect(noted()).toBe('its-value\nits-value\n');
  });

  it('is a plain pipe on Windows', () => {
    expect(lineFor(host, { platform: 'win32' })).toMatch(/^refrain env --get SPOTIFY_REFRESH_TOKEN \| [^$'|]+$/);
  });
});

it('gives vercel an empty branch, so that it does not ask for one', () => {
  program('refrain', 'echo its-value');
  program('vercel', `printf '[%s]' "$@"`);
  const callVercel = (name: string) =>
    execFileSync('sh', ['-c', lineFor(hosts.vercel, { environment: name })], { env: environment(), encoding: 'utf8' });
  expect(callVercel('preview')).toBe('[env][add][SPOTIFY_REFRESH_TOKEN][preview][][--sensitive][--force]');
  expect(callVercel('production')).toBe('[env][add][SPOTIFY_REFRESH_TOKEN][production][--sensitive][--force]');
  expect(callVercel('development')).toBe('[env][add][SPOTIFY_REFRESH_TOKEN][development][--force]');
  expect(lineFor(hosts.vercel, { environment: 'preview', platform: 'win32' })).toContain(' preview "" ');
});
