import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openFolder, withFolder } from './open-folder.ts';

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
