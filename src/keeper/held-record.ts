import { RefrainError } from '../spotify/refrain-error.ts';
import { isAheadOf, readRecord, writeRecord, type KeptRecord } from './record.ts';
import type { TokenStore } from './token-store.ts';

/** The record as it stands, and the store's mark for what would be replaced. */
export interface Seen {
  readonly record: KeptRecord | undefined;
  readonly version: string | undefined;
}

/**
 * A store's record, and the newest that this process has known of it. A store may be behind: a write failed, or it lost
 * what it had acknowledged (a Redis that failed over). Whoever holds the newer record puts it back.
 */
export class HeldRecord {
  readonly #store: TokenStore;
  readonly #now: () => number;
  #newest: KeptRecord | undefined;
  #unsaved = false;

  constructor(store: TokenStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** True where the newest record has never reached the store. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  get newest(): KeptRecord | undefined {
    return this.#newest;
  }

  /**
   * The newest record that is known, in the store or here. A store that is behind is mended on the way.
   * @throws RefrainError `store_failed`, `store_unsafe`, `record_corrupt`, `record_newer`
   */
  async read(): Promise<Seen> {
    for (let tries = 0; ; tries++) {
      const stored = await this.#readStore();
      const newest = this.#newest;
      if (!newest || !isAheadOf(newest, stored.record)) {
        this.#newest = stored.record;
        this.#unsaved = false;
        return stored;
      }
      const mended = this.#unsaved ? newest : { ...newest, mendedAt: this.#now() };
      const isMended = await this.replace(mended, stored).catch(() => undefined);
      if (isMended === undefined || tries === 5) return { record: newest, version: stored.version };
    }
  }

  /** The same for whoever writes over it anyway: what nobody can read counts as nothing, and may be replaced. */
  async readToReplace(): Promise<Seen> {
    try {
      return await this.read();
    } catch (error) {
      if (!(error instanceof RefrainError) || error.code !== 'record_corrupt') throw error;
      // A store that has set it aside throws here again, and holds nothing now.
      const stored = await this.#store.read().catch(() => undefined);
      return { record: undefined, version: stored?.version };
    }
  }

  /**
   * Writes the next record over the one that was seen.
   * @returns false where something else stands by now
   * @throws RefrainError as `read` does
   */
  async replace(next: KeptRecord, over: Seen): Promise<boolean> {
    const revision = Math.max(next.revision, over.record?.revision ?? 0) + 1;
    const record = { ...next, revision };
    const isWritten = await inWords(() => this.#store.replace(writeRecord(record), over.version));
    if (isWritten) this.#keep(record, false);
    return isWritten;
  }

  /** Holds a record that could not be written. */
  hold(next: KeptRecord): void {
    this.#keep({ ...next, revision: next.revision + 1 }, true);
  }

  #keep(record: KeptRecord, unsaved: boolean): void {
    // A write that ends late must not hide what came after it.
    if (!isAheadOf(record, this.#newest)) return;
    this.#newest = record;
    this.#unsaved = unsaved;
  }

  async #readStore(): Promise<Seen> {
    const stored = await inWords(() => this.#store.read());
    if (!stored) return { record: undefined, version: undefined };
    try {
      return { record: readRecord(stored.record), version: stored.version };
    } catch (error) {
      if (!(error instanceof RefrainError) || error.code !== 'record_corrupt') throw error;
      const place = await inWords(async () => this.#store.setAside?.(stored.version));
      throw place === undefined ? error : new RefrainError('record_corrupt', { detail: place });
    }
  }
}

/** Whatever a store throws, as one of ours. Its own words may quote the record, so they are dropped. */
async function inWords<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefrainError) throw error;
    const { code } = (error ?? {}) as { code?: unknown };
    throw new RefrainError('store_failed', {
      ...(typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) && { cause: { code } }),
    });
  }
}
