import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse as parseDotenv } from 'dotenv';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { needs } from '../../../../test/support/command/program.ts';
import { quoteDotenv } from '../../../text/quote.ts';
import { badDisks } from '../../../../test/support/keeper/bad-disks.ts';
import { machineFileSystem, type FileSystem } from '../../../keeper/stores/file/file-system.ts';
import { writeEnvFile } from './write-env-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain env '));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const modeOf = (path: string) => statSync(path).mode & 0o777;
const write = (path: string, values: Record<string, string>, heading = '') =>
  writeEnvFile(
    path,
    Object.entries(values).map(([name, value]) => ({ name, value })),
    heading,
  );

describe('writeEnvFile', () => {
  it('creates a file that only its owner can read, with any umask', async () => {
    const before = process.umask(0);
    try {
      await write(at('.env'), { A: '1' }, '# head\n');
    } finally {
      process.umask(before);
    }
    expect(readFileSync(at('.env'), 'utf8')).toBe('# head\nA=1\n');
    expect(modeOf(at('.env'))).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('makes an open file private, and says so, even if nothing else changes', async () => {
    writeFileSync(at('.env'), 'A=1\n');
    chmodSync(at('.env'), 0o664);
    expect(await write(at('.env'), { A: '1' })).toMatchObject({ isNew: false, wasOpen: true, changed: [] });
    expect(modeOf(at('.env'))).toBe(0o600);
    expect(await write(at('.env'), { A: '1' })).toMatchObject({ wasOpen: false });
  });

  it('does not rewrite a file that is up to date', async () => {
    writeFileSync(at('.env'), 'A=1', { mode: 0o600 });
    const before = statSync(at('.env'));
    await write(at('.env'), { A: '1' });
    expect(statSync(at('.env')).ino).toBe(before.ino);
  });

  it('keeps every other byte: a byte order mark, another encoding, Windows line breaks', async () => {
    const latin1 = Buffer.from('\u00EF\u00BB\u00BFA=old\r\nNAME=caf\u00E9 \u00A0\r\n', 'latin1');
    writeFileSync(at('.env'), latin1);
    await write(at('.env'), { A: 'n\u00EBw', B: '\u65E5' });
    expect(readFileSync(at('.env'))).toEqual(
      Buffer.concat([
        Buffer.from('\u00EF\u00BB\u00BF', 'latin1'),
        Buffer.from('A=n\u00EBw\r\n'),
        Buffer.from('NAME=caf\u00E9 \u00A0\r\n', 'latin1'),
        Buffer.from('B=\u65E5\r\n'),
      ]),
    );
  });

  it('writes to the file behind a link and keeps the link', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/shared.env'), 'A=old\n');
    symlinkSync('real/shared.env', at('.env'));
    const { path } = await write(at('.env'), { A: 'new' });
    expect(lstatSync(at('.env')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(at('.env'))).toBe('real/shared.env');
    expect(readFileSync(at('real/shared.env'), 'utf8')).toBe('A=new\n');
    expect(path).toMatch(/real\/shared\.env$/);
    expect(readdirSync(at('real'))).toEqual(['shared.env']);
  });

  it.each([
    ['a folder', () => mkdirSync(at('.env'))],
    ['a link to a folder', () => (mkdirSync(at('d')), symlinkSync('d', at('.env')))],
    ['a link to nothing', () => symlinkSync('nothing', at('.env'))],
    ['a device', () => symlinkSync('/dev/null', at('.env'))],
    ['UTF-16', () => writeFileSync(at('.env'), Buffer.from('\uFEFFA=1', 'utf16le'))],
  ])('refuses %s with an explanation', async (_what, make) => {
    make();
    const before = readdirSync(folder);
    const error = await failureOf(() => write(at('.env'), { A: '1' }));
    expect(error.code).toBe('wrong_usage');
    expect(error.detail).toMatch(/\.env|\/dev\/null/);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('refuses a file of 300 MB without reading it', async () => {
    writeFileSync(at('.env'), 'A=1\n');
    truncateSync(at('.env'), 300_000_000);
    const failure = await failureOf(() => write(at('.env'), { B: '2' }));
    expect(failure).toMatchObject({ code: 'wrong_usage', detail: expect.stringContaining('larger than 1 MB') });
    expect(statSync(at('.env')).size).toBe(300_000_000);
  });

  it('refuses a missing folder and a read-only file', async () => {
    expect((await failureOf(() => write(at('none/.env'), { A: '1' }))).code).toBe('wrong_usage');
    writeFileSync(at('.env'), 'A=1\n', { mode: 0o400 });
    expect((await failureOf(() => write(at('.env'), { A: '2' }))).code).toBe('store_failed');
    expect(readFileSync(at('.env'), 'utf8')).toBe('A=1\n');
  });

  it('is complete at every moment, with several writers and a reader', async () => {
    writeFileSync(at('.env'), 'KEEP=1\n');
    const done = new AbortController();
    const seen = new Set<string>();
    const reading = (async () => {
      while (!done.signal.aborted) {
        seen.add(readFileSync(at('.env'), 'utf8'));
        await new Promise((next) => setImmediate(next));
      }
    })();
    const values = Array.from({ length: 4 }, (_, index) => String(index).repeat(2000));
    const ends = await Promise.allSettled(values.map((value) => write(at('.env'), { A: value })));
    done.abort();
    await reading;
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const whole = new Set(['KEEP=1\n', ...values.map((value) => `KEEP=1\nA=${value}\n`)]);
    expect([...seen].filter((text) => !whole.has(text))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['.env']);
  });
});

it('does not create a file in the place of a folder that does not exist', async () => {
  const error = await failureOf(() => writeEnvFile(`${at('site')}/`, [{ name: 'A', value: '1' }], ''));
  expect(error).toMatchObject({ code: 'wrong_usage', detail: `The folder ${at('site')}/ does not exist.` });
  expect(readdirSync(folder)).toEqual([]);
});

describe('on a disk', () => {
  const writeOn = (fileSystem: FileSystem) => writeEnvFile(at('.env'), [{ name: 'A', value: '1' }], '', { fileSystem });

  it.each(['without modes', 'that ignores modes'])('%s: writes, and sees that others can read it', async (name) => {
    writeFileSync(at('.env'), 'A=0\n', { mode: 0o644 });
    const { disk = machineFileSystem } = badDisks[name] ?? {};
    expect(await writeOn(disk)).toMatchObject({ wasOpen: true, isOpen: true });
    expect(readFileSync(at('.env'), 'utf8')).toBe('A=1\n');
  });

  it('explains that a file which is itself a mount cannot be replaced, and what to do', async () => {
    writeFileSync(at('.env'), 'A=0\n', { mode: 0o600 });
    const busy = { ...machineFileSystem, rename: () => Promise.reject(Object.assign(new Error(), { code: 'EBUSY' })) };
    const error = await failureOf(() => writeOn(busy));
    expect(error.detail).toContain('(EBUSY)');
    expect(error.cure).toBe('Write the lines into it yourself: `refrain env -` prints them.');
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('that is full: says so, and keeps the file', async () => {
    writeFileSync(at('.env'), 'A=0\n', { mode: 0o600 });
    const { disk = machineFileSystem } = badDisks['full'] ?? {};
    const { detail, cure } = await failureOf(() => writeOn(disk));
    expect(detail).toBe(`${at('.env')}: the disk is full (ENOSPC)`);
    expect(cure).toMatch(/^Make room there [^>]*`refrain env -` prints the lines\.$/);
    expect(readFileSync(at('.env'), 'utf8')).toBe('A=0\n');
    expect(readdirSync(folder)).toEqual(['.env']);
  });
});

describe('a written file', () => {
  it('reads the same in dotenv, Node, sh and bash, even with hostile values', async (context) => {
    needs(context, 'bash');
    const value = fc
      .oneof(
        fc.string({ unit: fc.constantFrom(...'\'"`$\\{}()!#%&;=, A~*'), minLength: 1, maxLength: 12 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.constantFrom('$(touch pwned)', '`touch pwned`', "';touch pwned;'", 'a #b', '~root', '!!', '-n'),
      )
      .filter((text) => quoteDotenv(text) !== undefined);
    const samples = fc.sample(fc.tuple(value, value), { numRuns: 60, seed: 20270523 });
    for (const [index, [id, token]] of samples.entries()) {
      const path = at(`${index}.env`);
      writeFileSync(
        path,
        'export OTHER=\'it stays\' # yes\nSPOTIFY_CLIENT_ID="old\nvalue"\n# SPOTIFY_REFRESH_TOKEN=\n',
      );
      await write(path, {
        SPOTIFY_CLIENT_ID: quoteDotenv(id) ?? '',
        SPOTIFY_REFRESH_TOKEN: quoteDotenv(token) ?? '',
      });
      const expected = { OTHER: 'it stays', SPOTIFY_CLIENT_ID: id, SPOTIFY_REFRESH_TOKEN: token };
      const text = readFileSync(path, 'utf8');
      expect({ ...parseEnv(text) }).toEqual(expected);
      expect(parseDotenv(text)).toEqual(expected);
    }
    for (const shell of ['sh', 'bash']) {
      const script =
        'for f in "$@"; do (set -a; . "$f"; printf "%s\\0%s\\0%s\\0" "$OTHER" "$SPOTIFY_CLIENT_ID" "$SPOTIFY_REFRESH_TOKEN"); done';
      const paths = samples.map((_, index) => at(`${index}.env`));
      const out = execFileSync(shell, ['-c', script, shell, ...paths], { cwd: folder, encoding: 'utf8' });
      expect(out.split('\0').slice(0, -1)).toEqual(samples.flatMap(([id, token]) => ['it stays', id, token]));
    }
    expect(readdirSync(folder)).not.toContain('pwned');
  });
});
