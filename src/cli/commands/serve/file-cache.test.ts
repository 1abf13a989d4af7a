import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileCache } from './file-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain lists '));
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = 'refrain:1:me/../you:top/tracks:short_term';

it('keeps texts by key, over a restart', async () => {
  const lists = join(folder, 'lists');
  expect(await fileCache(lists).get(key)).toBeUndefined();
  await fileCache(lists).set(key, '{"a":1}');
  await fileCache(lists).set(key, '{"a":2}');
  expect(await fileCache(lists).get(key)).toBe('{"a":2}');
  await fileCache(lists).delete(key);
  await fileCache(lists).delete(key);
  expect(await fileCache(lists).get(key)).toBeUndefined();
});

it.skipIf(process.platform === 'win32')(
  'writes only in its folder, for its owner only, and leaves no other file',
  async () => {
    const lists = join(folder, 'lists');
    await fileCache(lists).set(key, 'x');
    expect(readdirSync(folder)).toEqual(['lists']);
    const [name = '', ...others] = readdirSync(lists);
    expect(others).toEqual([]);
    expect([statSync(lists).mode & 0o777, statSync(join(lists, name)).mode & 0o777]).toEqual([0o700, 0o600]);
  },
);
