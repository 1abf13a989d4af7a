import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStore } from './file-store.ts';
import { tokenStoreContract } from '../../../../test/support/keeper/token-store-contract.ts';
import { checkAgainstModel } from '../../../../test/support/keeper/token-store-model.ts';

let root = '';
let places = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'refrain-file-store-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const newPlace = async () => {
  const folder = join(root, `profiles ${(places += 1)}`, 'default');
  return { open: () => fileStore({ folder }) };
};

describe('the file store', () => {
  it.each([undefined, '', ' ', 5, new URL('file:///tmp')])('needs a folder, not %j', (folder) => {
    // An empty one would be the current folder.
    expect(() => fileStore({ folder: folder as never })).toThrow(
      'fileStore() needs a folder: a path that is not empty.',
    );
  });

  it.each(tokenStoreContract)('$name', async ({ run }) => {
    await expect(run(newPlace)).resolves.toBeUndefined();
  });

  it('does what the model does, for any calls', async () => {
    await expect(checkAgainstModel(newPlace, 15)).resolves.toBeUndefined();
  });
});
