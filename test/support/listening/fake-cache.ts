import type { ListeningCache } from '../../../src/listening/index.ts';

/** A cache whose contents the test sees, and that fails as the test says. */
export interface FakeCache extends ListeningCache {
  readonly texts: Map<string, string>;
  /** Runs before each call. It may throw or hang. */
  trouble: () => void | Promise<void>;
}

export function fakeCache(): FakeCache {
  const texts = new Map<string, string>();
  const cache: FakeCache = {
    texts,
    trouble: () => {},
    async get(key) {
      await cache.trouble();
      return texts.get(key) ?? null;
    },
    async set(key, value) {
      await cache.trouble();
      texts.set(key, value);
    },
    async delete(key) {
      await cache.trouble();
      texts.delete(key);
    },
  };
  return cache;
}
