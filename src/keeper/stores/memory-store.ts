import type { StoredRecord, TokenStore } from './token-store.ts';

/** A store in memory, which ends with the process: for tests, or for a token that each start gets from a variable. */
export function memoryStore(): TokenStore {
  let stored: StoredRecord | undefined;
  let versions = 0;
  return {
    isTemporary: true,
    async read() {
      return stored;
    },
    async replace(record, version) {
      if (stored?.version !== version) return false;
      stored = { record, version: String(++versions) };
      return true;
    },
  };
}
