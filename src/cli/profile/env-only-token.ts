import type { StoredRecord, TokenStore } from '../../keeper/stores/token-store.ts';

/** A store that may not have written anything yet. */
export interface UnwrittenStore extends TokenStore {
  /** Whether what it holds stands in the variable alone. */
  isUnwritten(): boolean;
}

/**
 * A store for a token that a variable brings anew at each start: it writes nothing, as long as that token is the one to
 * use. As soon as a record without it is to be kept (Spotify has replaced it), it is written to the store beneath; where
 * something stands there already, all goes there.
 * @param beneath where it is kept then
 * @param refreshToken the one that the variable holds
 * @param onKept told once the new one is safe
 */
export function keptOnceRotated(beneath: TokenStore, refreshToken: string, onKept: () => void): UnwrittenStore {
  // As it stands in a record, whose text is JSON.
  const written = JSON.stringify(refreshToken);
  let held: StoredRecord | undefined;
  let writes = 0;
  return {
    isUnwritten: () => held !== undefined,
    async read() {
      return (await beneath.read()) ?? held;
    },
    async replace(record, version) {
      if (version !== held?.version) return beneath.replace(record, version);
      if (record.includes(written)) {
        if ((await beneath.read()) !== undefined) return false;
        held = { record, version: `unwritten-${++writes}` };
        return true;
      }
      if (!(await beneath.replace(record, undefined))) return false;
      held = undefined;
      onKept();
      return true;
    },
    ...(beneath.setAside && { setAside: (version: string) => beneath.setAside?.(version) ?? Promise.reject() }),
  };
}
