import type { Command } from 'commander';
import { memoryStore } from '../../../keeper/stores/memory-store.ts';
import { isStoreUnavailable } from '../../../keeper/stores/store-adapter.ts';
import type { TokenStore } from '../../../keeper/stores/token-store.ts';

/** The flag of commands that can use a token although it cannot be saved. */
export interface UnsavedFlag {
  readonly unsaved?: boolean | undefined;
}

export function declareUnsavedFlag(command: Command): void {
  command.option('--unsaved', 'continue if nothing can be saved (a new token would be lost)');
}

/** A store that keeps its records in memory as soon as the place of the real one cannot be written. */
export interface UnsavedStore extends TokenStore {
  /** Whether there are records that only this process has. */
  isUnsaved(): boolean;
}

/**
 * Makes a store that saves if it can.
 * @param isReadNeeded whether a record that cannot be read is an error; false if the token comes from elsewhere
 */
export function saveIfPossible(store: TokenStore, isReadNeeded: boolean): UnsavedStore {
  let memory: TokenStore | undefined;
  const unlessUnavailable = (error: unknown): TokenStore => {
    if (!isStoreUnavailable(error)) throw error;
    return (memory = memoryStore());
  };
  return {
    isUnsaved: () => memory !== undefined,
    async read() {
      if (memory) return memory.read();
      try {
        return await store.read();
      } catch (error) {
        if (isReadNeeded) throw error;
        return unlessUnavailable(error).read();
      }
    },
    async replace(record, version) {
      if (memory) return memory.replace(record, version);
      try {
        return await store.replace(record, version);
      } catch (error) {
        return unlessUnavailable(error).replace(record, undefined);
      }
    },
  };
}
