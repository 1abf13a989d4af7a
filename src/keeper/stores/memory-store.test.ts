import { describe, expect, it, vi } from 'vitest';
import { memoryStore } from './memory-store.ts';
import { tokenStoreContract } from '../../../test/support/keeper/token-store-contract.ts';
import { checkAgainstModel } from '../../../test/support/keeper/token-store-model.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const newPlace = async () => {
  const store = memoryStore();
  return { open: () => store };
};

describe('the memory store', () => {
  it.each(tokenStoreContract)('$name', async ({ run }) => {
    await expect(run(newPlace)).resolves.toBeUndefined();
  });

  it('does what the smallest model does, whatever is asked', async () => {
    await expect(checkAgainstModel(newPlace, 500)).resolves.toBeUndefined();
  });
});
