import type { Clock } from '../../keeper/platform/clock.ts';
import type { ListeningCache } from '../listening.ts';
import { tryFor } from './try-for.ts';
import { SharedWork } from './shared-work.ts';

/** How long a call of the cache may take, in milliseconds. */
const callTime = 1000;

/** A cache that never throws and never hangs. Writes of one key keep their order. */
export function createSafeCache(cache: ListeningCache | undefined, clock: Clock) {
  const writes = new SharedWork<string>(clock);
  /** Rises when everything is erased. A write that ends after that is undone. */
  let epoch = 0;

  /** The result of a call that ends too late is ignored. */
  const inTime = async (call: (cache: ListeningCache) => unknown): Promise<unknown> =>
    cache && tryFor(() => call(cache), callTime, clock);

  function write(key: string, call: (cache: ListeningCache) => unknown): Promise<void> {
    if (!cache) return Promise.resolve();
    const before = writes.find(key)?.work;
    return writes.replace(key, async () => {
      await before;
      await inTime(call);
    });
  }

  const remove = (key: string): Promise<void> => write(key, (cache) => cache.delete(key));

  return {
    /** Undefined if there is nothing, or if the cache fails. */
    get: (key: string): Promise<unknown> => inTime((cache) => cache.get(key)),
    set(key: string, text: string): Promise<void> {
      const before = epoch;
      return write(key, async (cache) => {
        if (before !== epoch) return;
        await cache.set(key, text);
        if (before !== epoch) await cache.delete(key);
      });
    },
    delete: remove,
    /** Deletes these keys, also if an older write of them is still under way. */
    async erase(keys: readonly string[]): Promise<void> {
      epoch++;
      await Promise.all(keys.map(remove));
    },
  };
}
