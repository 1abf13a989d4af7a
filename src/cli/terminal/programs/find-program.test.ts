import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProgram } from './find-program.ts';
import { quoteCmd } from './run-program.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'refrain-programs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: readonly string[], mode = 0o755): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, mode);
  return file;
}

const environment = () => ({ PATH: ['', join(folder, 'one'), join(folder, 'two')].join(delimiter) });

it('finds a program on PATH, and skips what is not allowed to run', async () => {
  program(['one', 'gh'], 0o644);
  mkdirSync(join(folder, 'one', 'vercel'), { recursive: true });
  const gh = program(['two', 'gh']);
  expect(await findProgram('gh', { environment: environment(), folder }, 'linux')).toBe(gh);
  expect(await findProgram('vercel', { environment: environment(), folder }, 'linux')).toBeUndefined();
});

it('prefers the packages of the project and of the folders above it, for what npm installs', async () => {
  program(['two', 'wrangler']);
  const own = program(['site', 'node_modules', '.bin', 'wrangler']);
  const places = { environment: environment(), folder: join(folder, 'site', 'app') };
  expect(await findProgram('wrangler', { ...places, isPackage: true }, 'linux')).toBe(own);
  expect(await findProgram('wrangler', places, 'linux')).toBe(join(folder, 'two', 'wrangler'));
});

it('finds the scripts of npm on Windows', async () => {
  const script = program(['two', 'vercel.cmd']);
  const { PATH } = environment();
  expect(await findProgram('vercel', { environment: { Path: PATH }, folder }, 'win32')).toBe(script);
});

it('quotes words for cmd.exe, or refuses them', () => {
  expect(['env', '', 'my preview', 'a&b', 'C:\\a b\\vercel.cmd'].map(quoteCmd)).toEqual([
    'env',
    '""',
    '"my preview"',
    '"a&b"',
    '"C:\\a b\\vercel.cmd"',
  ]);
  for (const word of ['%PATH%', 'a"b', 'a\nb', 'a!b']) {
    expect(() => quoteCmd(word)).toThrow(expect.objectContaining({ code: 'wrong_usage' }));
  }
});
