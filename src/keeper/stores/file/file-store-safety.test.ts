import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
} from 'node:fs/promises';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileStore, windowsProtection } from './file-store.ts';
import { bundle } from '../../../../test/support/snippets/bundle.ts';
import { failureOf } from '../../../../test/support/failure-of.ts';

const posix = process.platform !== 'win32';
const secret = 'AQ-a-refresh-token';

let program: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  program = await bundle('src/keeper/stores/file/file-store.ts');
});
afterAll(() => program.remove());

let root = '';
let folder = '';
let versions = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'refrain-safety-'));
  folder = join(root, 'refrain', 'profiles', 'default');
  versions = join(folder, 'versions');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string) => ((await lstat(path)).mode & 0o7777).toString(8);
const store = () => fileStore({ folder });
const keep = async (record = secret) => {
  expect(await store().replace(record, (await store().read())?.version)).toBe(true);
};

/** The one file of the store whose name starts with this. */
async function fileCalled(start: string): Promise<string> {
  const [name = '', ...others] = (await readdir(versions)).filter((name) => name.startsWith(start));
  expect(others).toEqual([]);
  return join(versions, name);
}

/** Why the store refuses what it finds. Undefined if it fails for another reason. */
async function refusal(work: () => Promise<unknown>): Promise<string | undefined> {
  const error = await failureOf(work);
  expect(inspect(error)).not.toContain(secret);
  return error.code === 'store_unsafe' ? error.detail : undefined;
}
const everything = [
  ['reading', () => store().read()],
  ['writing', () => store().replace('next', undefined)],
  ['forgetting', () => store().removeSetAside()],
] as const;

it('a record of 300 MB is not read', async () => {
  await keep();
  await truncate(await fileCalled('record'), 300_000_000);
  expect(await failureOf(() => store().read())).toMatchObject({
    code: 'store_failed',
    detail: expect.stringContaining('larger than 1 MB'),
  });
});

describe.runIf(posix)('modes', () => {
  it.each([0o000, 0o022, 0o077, 0o177])('are 0600 and 0700 with the umask %i', async (umask) => {
    // The umask belongs to a process, so this test needs its own.
    const work = `
      const { fileStore } = await import(process.argv[1]);
      const store = fileStore({ folder: process.argv[2] });
      process.umask(${umask});
      for (let count = 0; count < 3; count += 1) await store.replace('x', (await store.read())?.version);
    `;
    // With 0177 a new folder cannot be entered, so the folders exist already.
    if (umask === 0o177) await keep();
    execFileSync(process.execPath, ['--input-type=module', '-e', work, program.path, folder]);
    for (const path of [dirname(dirname(folder)), dirname(folder), folder, versions]) {
      expect(await modeOf(path), path).toBe('700');
    }
    const names = await readdir(versions);
    expect(names).toHaveLength(2);
    for (const name of names) expect(await modeOf(join(versions, name)), name).toBe('600');
  });

  it('do not change existing folders above', async () => {
    await mkdir(join(root, 'refrain'), { mode: 0o755 });
    await keep();
    expect(await modeOf(join(root, 'refrain'))).toBe('755');
    expect(await modeOf(join(root, 'refrain', 'profiles'))).toBe('700');
  });
});

describe.runIf(posix).each(everything)('%s', (_, work) => {
  it.each([0o750, 0o701, 0o770, 0o777, 0o1777])('refuses a folder of the mode %i', async (mode) => {
    await keep();
    await chmod(folder, mode);
    expect(await refusal(work)).toBe(`${folder} can be used by others (mode ${(mode & 0o777).toString(8)})`);
  });

  it('refuses a folder that is a link, also with a final slash', async () => {
    await keep();
    await rename(folder, join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), folder);
    expect(await refusal(work)).toBe(`${folder} is a link`);
    const slashed = fileStore({ folder: `${folder}/` });
    expect(await refusal(() => slashed.read())).toBe(`${folder} is a link`);
  });

  it('refuses a versions folder that is a link, or that others can use', async () => {
    await keep();
    await chmod(versions, 0o755);
    expect(await refusal(work)).toBe(`${versions} can be used by others (mode 755)`);
    await chmod(versions, 0o700);
    await rename(versions, join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), versions);
    expect(await refusal(work)).toBe(`${versions} is a link`);
  });

  it('refuses a file in place of the folder', async () => {
    await mkdir(dirname(folder), { recursive: true });
    await writeFile(folder, '');
    expect(await refusal(work)).toBe(`${folder} is not a folder`);
  });

  it('refuses a broken link, and creates nothing at its target', async () => {
    await mkdir(dirname(folder), { recursive: true });
    await symlink(join(root, 'nowhere'), folder);
    expect(await refusal(work)).toBe(`${folder} is a broken link: no such folder (ENOENT)`);
    expect(await readdir(root)).toEqual(['refrain']);
  });

  it('refuses a folder of another user', async (context) => {
    context.skip(process.geteuid?.() !== 0, 'only root can give a folder away');
    await keep();
    await chown(folder, 1234, 1234);
    expect(await refusal(work)).toBe(`${folder} belongs to another user (1234)`);
    await chown(folder, 0, 0);
    await chown(versions, 1234, 1234);
    expect(await refusal(work)).toBe(`${versions} belongs to another user (1234)`);
  });
});

describe.runIf(posix)('the file of a record', () => {
  it.each([0o640, 0o604, 0o620, 0o660, 0o666])('is refused with the mode %i', async (mode) => {
    await keep();
    const record = await fileCalled('record.');
    await chmod(record, mode);
    expect(await refusal(() => store().read())).toBe(`${record} can be used by others (mode ${mode.toString(8)})`);
  });

  it('is refused if it is a link, a folder, or a pipe without a writer', async () => {
    await keep();
    const record = await fileCalled('record.');
    await rename(record, join(root, 'record'));
    for (const make of [
      () => symlink(join(root, 'record'), record),
      () => symlink(join(root, 'nowhere'), record),
      () => mkdir(record, { mode: 0o700 }),
      async () => execFileSync('mkfifo', ['-m', '600', record]),
    ]) {
      await make();
      expect(await refusal(() => store().read())).toBe(`${record} is not a regular file`);
      expect(await store().replace('new', undefined)).toBe(false);
      await rm(record, { recursive: true });
    }
    await rename(join(root, 'record'), record);
    expect(await store().read()).toMatchObject({ record: secret });
  });

  it('is refused if it belongs to another user', async (context) => {
    context.skip(process.geteuid?.() !== 0, 'only root can give a file away');
    await keep();
    const record = await fileCalled('record.');
    await chown(record, 1234, 1234);
    expect(await refusal(() => store().read())).toBe(`${record} belongs to another user (1234)`);
  });
});

describe('a file that is not the store’s', () => {
  it('changes nothing, and is not touched', async () => {
    await keep();
    const id = '0123456789abcdef';
    const files = [
      `current.099.${id}`,
      `current.NaN.${id}`,
      `current.-1.${id}`,
      `current.1e9.${id}`,
      `current.99999999999999999999.${id}`,
      `current.9007199254740993.${id}`,
      `current.999999999999999.${id}`,
      'current.99.0123456789ABCDEF',
      'current.99.0123',
      'current.99',
      'current',
      `record.01.${id}`,
      `.current.99.${id}`,
      `current.99.${id}.swp`,
      `current.99.${id}~`,
      '.DS_Store',
      'notes \n.txt',
    ].filter((name) => posix || !name.includes('\n'));
    const folders = [`current.98.${id}`, `record.0.${id}`, `current.0.${id}`];
    for (const name of files) await writeFile(join(versions, name), 'not ours');
    for (const name of folders) await mkdir(join(versions, name));
    if (posix) await symlink(join(root, 'nowhere'), join(versions, `current.97.${id}`));
    expect(await store().read()).toMatchObject({ record: secret });
    await keep('next');
    expect(await store().read()).toMatchObject({ record: 'next' });
    expect(await readdir(versions)).toEqual(expect.arrayContaining([...files, ...folders]));
    await writeFile(join(folder, 'new.txt'), 'not ours');
    await mkdir(join(folder, `new.${id}`));
    await writeFile(join(folder, `new.${id}`, 'mine'), 'not ours');
    await keep('last');
    expect((await readdir(folder)).toSorted()).toEqual([`new.${id}`, 'new.txt', 'versions']);
  });

  it('may be a backup of an earlier state, copied over the newer one', async () => {
    await keep('old');
    const [current, record] = [await fileCalled('current.'), await fileCalled('record.')];
    await keep('new');
    await writeFile(current, '', { mode: 0o600 });
    await writeFile(record, 'old', { mode: 0o600 });
    const old = basename(record).slice('record.'.length);
    expect(await store().read()).toMatchObject({ record: 'new' });
    expect(await store().replace('late', old)).toBe(false);
    await keep('newest');
    expect(await readdir(versions)).toHaveLength(2);
  });

  it.each([
    ['a thousand years old', new Date('1026-01-01')],
    ['from the next century', new Date('2126-01-01')],
  ])('is found by number and not by date: all files are %s', async (_, date) => {
    await keep('one');
    for (const name of await readdir(versions)) await utimes(join(versions, name), date, date);
    const seen = await store().read();
    await keep('two');
    expect(await store().replace('late', seen?.version)).toBe(false);
    expect(await store().read()).toMatchObject({ record: 'two' });
  });
});

describe('an unreadable record', () => {
  it('is set aside, named, and kept until removeSetAside', async () => {
    await keep('{ "broken');
    const version = (await store().read())?.version ?? '';
    const aside = await store().setAside(version);
    expect(dirname(aside)).toBe(versions);
    expect(basename(aside)).toContain('set-aside');
    expect(await readFile(aside, 'utf8')).toBe('{ "broken');
    expect(await failureOf(() => store().read())).toMatchObject({ code: 'record_corrupt', detail: aside });
    await keep0('new');
    await keep('newer');
    expect(await readFile(aside, 'utf8')).toBe('{ "broken');
    await store().removeSetAside();
    expect(await readdir(versions)).toHaveLength(2);
    expect(await store().read()).toMatchObject({ record: 'newer' });
  });

  it('counts again if a person repairs it and puts it back', async () => {
    await keep('{ "broken');
    const version = (await store().read())?.version ?? '';
    const aside = await store().setAside(version);
    await writeFile(aside, 'mended');
    await rename(aside, join(versions, `record.${version}`));
    expect(await store().read()).toEqual({ record: 'mended', version });
    await keep('next');
  });

  it('is set aside by the store itself if it is not UTF-8', async () => {
    await keep();
    const record = await fileCalled('record.');
    await writeFile(record, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    const { detail = '' } = await failureOf(() => store().read());
    expect(await readFile(detail)).toEqual(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    expect(await failureOf(() => store().read())).toMatchObject({ code: 'record_corrupt', detail });
    await keep0('new');
  });

  it('does not bring an earlier record back when it is removed', async () => {
    await keep('old');
    await keep('broken');
    await store().setAside((await store().read())?.version ?? '');
    await store().removeSetAside();
    expect(await failureOf(() => store().read())).toMatchObject({ code: 'record_corrupt' });
    expect((await readdir(versions)).filter((name) => !name.startsWith('current.'))).toEqual([]);
    await keep0('new');
  });

  it('is not set aside if it is not current any more', async () => {
    await keep('broken');
    const version = (await store().read())?.version ?? '';
    await keep('good');
    for (const old of [version, '', '../../etc', '1.0123456789abcdef/..']) {
      expect(await failureOf(() => store().setAside(old))).toMatchObject({ code: 'store_failed' });
    }
    expect(await store().read()).toMatchObject({ record: 'good' });
  });

  it('is reported as missing if its file was deleted', async () => {
    await keep();
    const record = await fileCalled('record.');
    await rm(record);
    expect(await failureOf(() => store().read())).toMatchObject({
      code: 'record_corrupt',
      detail: `${record} is missing`,
    });
    await keep0('new');
  });

  it('is reported if the file `current` was deleted, and no other record is used', async () => {
    await keep();
    await rm(await fileCalled('current.'));
    for (const work of [() => store().read(), () => store().replace('new', undefined)]) {
      expect(await failureOf(work)).toMatchObject({
        code: 'record_corrupt',
        detail: expect.stringContaining(versions),
      });
    }
  });

  /** Writes a record in place of one that cannot be read. */
  async function keep0(record: string): Promise<void> {
    expect(await store().replace(record, undefined)).toBe(true);
    expect(await store().read()).toMatchObject({ record });
  }
});

describe('a folder', () => {
  it('that does not exist holds nothing, and a read does not create it', async () => {
    expect(await store().read()).toBeUndefined();
    await store().removeSetAside();
    expect(await readdir(root)).toEqual([]);
  });

  it('that exists and is empty is used', async () => {
    await mkdir(versions, { recursive: true, mode: 0o700 });
    expect(await store().read()).toBeUndefined();
    await keep();
  });

  it('stays the same if the process changes its working directory', async () => {
    const work = `
      const { fileStore } = await import(process.argv[1]);
      const store = fileStore({ folder: ${JSON.stringify(relative(root, folder))} });
      process.chdir('/');
      await store.replace('x', undefined);
    `;
    execFileSync(process.execPath, ['--input-type=module', '-e', work, program.path], { cwd: root });
    expect(await store().read()).toMatchObject({ record: 'x' });
  });

  it('that is deleted and created again refuses earlier versions', async () => {
    await keep('one');
    const before = await store().read();
    await rm(folder, { recursive: true });
    expect(await store().replace('late', before?.version)).toBe(false);
    expect(await store().read()).toBeUndefined();
    await keep('one');
    expect(await store().replace('late', before?.version)).toBe(false);
  });

  it('below a file is an error that names it', async () => {
    await writeFile(join(root, 'refrain'), '');
    for (const [, work] of everything) {
      expect(await failureOf(work)).toMatchObject({
        code: 'store_failed',
        detail: `${folder}: not a folder (ENOTDIR)`,
        cause: { code: 'ENOTDIR' },
      });
    }
  });

  it('holds no earlier records', async () => {
    await keep(secret);
    await keep('a tombstone');
    for (const name of await readdir(versions)) expect(await readFile(join(versions, name), 'utf8')).not.toBe(secret);
  });

  it('is cleaned of files of a killed writer by removeSetAside', async () => {
    await keep('a tombstone');
    const left = join(versions, 'record.1.0123456789abcdef');
    await writeFile(left, secret, { mode: 0o600 });
    await store().removeSetAside();
    expect(await readdir(versions)).not.toContain(basename(left));
  });
});

it('says what protects a file on Windows', () => {
  expect(windowsProtection).toMatch(/^Windows .*icacls/);
});
