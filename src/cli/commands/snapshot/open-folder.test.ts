import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { nameFolder, openFolder, withFolder } from './open-folder.ts';

it('names the path that the system refuses, and its code', async () => {
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: 'public/top' });
  await expect(withFolder('public', () => Promise.reject(refused))).rejects.toMatchObject({
    code: 'store_failed',
    detail: 'public/top cannot be written: permission denied (EACCES).',
  });
});

it('passes on what the system did not refuse', async () => {
  await expect(withFolder('public', () => Promise.reject(new TypeError('a mistake')))).rejects.toThrow(TypeError);
});

// Node's own recursive `mkdir` never ends here.
it.runIf(existsSync('/proc/self'))(
  'says at once that a folder cannot be created in a file system of the kernel',
  async () => {
    await expect(openFolder('/proc/refrain/listening', '/nowhere')).rejects.toMatchObject({
      code: 'store_failed',
      detail: '/proc/refrain cannot be written: no such folder (ENOENT).',
      cure: expect.stringContaining('use another folder'),
    });
  },
);

it('refuses a path that is a file, or below one', async () => {
  const file = fileURLToPath(import.meta.url);
  for (const path of [file, `${file}/listening`]) {
    await expect(openFolder(path, '/nowhere')).rejects.toMatchObject({
      code: 'wrong_usage',
      detail: `${path} is not a folder.`,
    });
  }
});

/** A folder of a user, with saved tokens in `home`. */
function makeHome() {
  const user = realpathSync(mkdtempSync(join(tmpdir(), 'refrain folder ')));
  onTestFinished(() => rmSync(user, { recursive: true }));
  const home = join(user, 'home');
  for (const folder of ['profiles/default/versions', 'variables']) mkdirSync(join(home, folder), { recursive: true });
  symlinkSync(home, join(user, 'link'));
  return { user, home };
}

it.each([
  '',
  'home',
  'home/profiles',
  'home/profiles/default',
  'home/profiles/site',
  'home/variables',
  'link',
  'link/profiles',
])('refuses the folder “%s”, which holds saved tokens or is among them', async (path) => {
  const { user, home } = makeHome();
  const folder = join(user, path);
  await expect(openFolder(folder, home)).rejects.toMatchObject({
    code: 'wrong_usage',
    detail: expect.stringContaining(`Your saved tokens are in ${folder}`),
  });
});

it.each(['site', 'home/site', 'home/profiles-of-others', 'homes/profiles'])(
  'takes the folder “%s”, which is only near them',
  async (path) => {
    const { user, home } = makeHome();
    expect(await openFolder(join(user, path), home)).toBe(join(user, path));
  },
);

it.each([
  ['site', 'site'],
  ['../site', '../site'],
  ['site.d', 'site.d'],
  ['.site', '.site'],
  ['.', resolve('.')],
  ['./', resolve('.')],
  ['..', resolve('..')],
  ['site/..', resolve('.')],
])('names the folder %s as %s', (path, name) => {
  expect(nameFolder(path)).toBe(name);
});
