import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needs } from '../../../../test/support/command/program.ts';
import { hostCommands, type Host } from './host-commands.ts';

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
  hostCommands(host, {
    refrain: (command) => `refrain ${command}`,
    names: ['SPOTIFY_REFRESH_TOKEN'],
    environment: options.environment,
    platform: options.platform ?? 'linux',
  }).commands[0] ?? '';

const programs = [
  ['vercel', 'vercel'],
  ['netlify', 'netlify'],
  ['cloudflare', 'npx'],
] as const;

describe.each(programs)('the commands for %s', (host, name) => {
  it('fail without starting the program if Refrain has no value', () => {
    program('refrain', 'exit 3');
    program(name, `echo started > '${folder}/noted'`);
    const { status } = spawnSync('sh', ['-c', lineFor(host)], { env: environment() });
    expect(status).toBe(3);
    expect(noted()).toBe('');
  });
});

describe.each(programs.filter(([host]) => host !== 'netlify'))('a command for %s', (host, name) => {
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
    execFileSync('sh', ['-c', lineFor('vercel', { environment: name })], { env: environment(), encoding: 'utf8' });
  expect(callVercel('preview')).toBe('[env][add][SPOTIFY_REFRESH_TOKEN][preview][][--sensitive][--force]');
  expect(callVercel('production')).toBe('[env][add][SPOTIFY_REFRESH_TOKEN][production][--sensitive][--force]');
  expect(callVercel('development')).toBe('[env][add][SPOTIFY_REFRESH_TOKEN][development][--force]');
  expect(lineFor('vercel', { environment: 'preview', platform: 'win32' })).toContain(' preview "" ');
});
