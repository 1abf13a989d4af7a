import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWritable, isProfileName, profileNameOf } from './profiles.ts';

describe('a profile name', () => {
  it.each(['default', 'work', 'a', '2', 'my-site.example', 'a_b', 'x'.repeat(64), 'console'])('can be %s', (name) => {
    expect(isProfileName(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    '../up',
    'a/b',
    'a\\b',
    'Work',
    ' work',
    'wörk',
    '-work',
    '.work',
    'work.',
    'con',
    'aux.txt',
    'lpt1',
    'x'.repeat(65),
    'a\0b',
    'a:b',
  ])('cannot be %j', (name) => {
    expect(isProfileName(name)).toBe(false);
    expect(() => profileNameOf(name)).toThrow(expect.objectContaining({ code: 'wrong_usage' }));
  });

  it('is suggested in lower case', () => {
    expect(() => profileNameOf('Work')).toThrow(
      expect.objectContaining({ detail: expect.stringContaining('Try work.') }),
    );
  });
});

describe('checkWritable', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'refrain writable '));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('accepts a folder that exists, and one that can be created', async () => {
    await expect(checkWritable(folder)).resolves.toBeUndefined();
    await expect(checkWritable(join(folder, 'a', 'b', 'c'))).resolves.toBeUndefined();
  });

  it('names the path that cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(checkWritable(join(file, 'profiles', 'default'))).rejects.toMatchObject({
      code: 'store_failed',
      detail: expect.stringContaining('ENOTDIR'),
    });
  });
});
