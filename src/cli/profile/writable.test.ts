import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkWritable } from './writable.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain writable '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('finds a folder that is there, and one that can be made', async () => {
  await expect(checkWritable(folder)).resolves.toBeUndefined();
  await expect(checkWritable(join(folder, 'a', 'b', 'c'))).resolves.toBeUndefined();
});

it('names what stands in the way', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(checkWritable(join(file, 'profiles', 'default'))).rejects.toMatchObject({
    code: 'store_failed',
    detail: expect.stringContaining('ENOTDIR'),
  });
});
