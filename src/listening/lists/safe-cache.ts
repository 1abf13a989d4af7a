import type { Clock } from '../../keeper/platform/clock.ts';
import type { ListeningCache } from '../listening.ts';
import { SharedWork } from './shared-work.ts';

/** A call of the cache may take so long, milliseconds. */
const callTime = 1000;

/** A cache that never throws and never hangs. Writes of one key keep their order. */
export class SafeCache {
  readonly #cache: ListeningCache | undefined;
  readonly #clock: Clock;
  readonly #writes: SharedWork<string>;
  /** Rises when everything is erased. A write that ends after that is undone. */
  #epoch = 0;

  constructor(cache: ListeningCache | undefined, clock: Clock) {
    this.#cache = cache;
    this.#clock = clock;
    this.#writes = new SharedWork(clock);
  }

  /** Undefined if there is nothing, or if the cache fails. */
  async get(key: string): Promise<unknown> {
    const cache = this.#cache;
    if (!cache) return undefined;
    return this.#inTime(async () => cache.get(key));
  }

  set(key: string, text: string): Promise<void> {
    const cache = this.#cache;
    if (!cache) return Promise.resolve();
    const epoch = this.#epoch;
    return this.#write(key, async () => {
      if (epoch !== this.#epoch) return;
      await cache.set(key, text);
      if (epoch !== this.#epoch) await cache.delete(key);
    });
  }

  delete(key: string): Promise<void> {
    const cache = this.#cache;
    return cache ? this.#write(key, async () => cache.delete(key)) : Promise.resolve();
  }

  /** Deletes these keys, also if an older write of them is still under way. */
  async erase(keys: readonly string[]): Promise<void> {
    this.#epoch++;
    await Promise.all(keys.map((key) => this.delete(key)));
  }

  #write(key: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.#writes.find(key)?.work;
    return this.#writes.replace(key, async () => {
      await before;
      await this.#inTime(work);
    });
  }

  async #inTime(work: () => Promise<unknown>): Promise<unknown> {
    const done = new AbortController();
    const late = this.#clock.wait(callTime, { signal: done.signal, background: true }).then(() => undefined);
    // What a call that is too late does is ignored.
    const result = await Promise.race([work().catch(() => undefined), late]);
    done.abort();
    return result;
  }
}
