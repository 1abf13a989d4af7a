import type { StoredRecord, TokenStore } from './token-store.ts';

/** A store that lasts as long as the process: for tests, and for a token that is given anew at each start. */
export function memoryStore(): TokenStore {
  let stored: StoredRecord | undefined;
  let versions = 0;
  return {
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
