import { describe, expect, it } from 'vitest';
import { memoryStore } from './memory-store.ts';
import { tokenStoreContract } from '../../../test/support/keeper/token-store-contract.ts';
import { checkAgainstModel } from '../../../test/support/keeper/token-store-model.ts';

const newPlace = async () => {
  const store = memoryStore();
  return { open: () => store };
};

describe('the memory store', () => {
  it.each(tokenStoreContract)('$name', async ({ run }) => {
    await expect(run(newPlace)).resolves.toBeUndefined();
  });

  it('does what the model does, for any calls', async () => {
    await expect(checkAgainstModel(newPlace, 500)).resolves.toBeUndefined();
  });
});
