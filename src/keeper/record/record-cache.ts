import { isRefrainError } from '../../errors/refrain-error.ts';
import type { Clock } from '../platform/clock.ts';
import { StoreAdapter } from '../stores/store-adapter.ts';
import type { TokenStore } from '../stores/token-store.ts';
import type { RecordChange } from './changes.ts';
import { EndedClaims } from './ended-claims.ts';
import { isNewer, reconcile } from './reconcile.ts';
import { writeRecord, type KeptRecord } from './record.ts';

/** A record, and the version in the store that the next write must replace. */
export interface VersionedRecord {
  readonly record: KeptRecord | undefined;
  readonly version: string | undefined;
  /** A change that this record includes and the store does not have yet. */
  readonly pending?: RecordChange | undefined;
  /** Whether the record in the store is unreadable. Set only by `readToReplace`. */
  readonly isUnreadable?: boolean;
}

/**
 * Reads and writes the record in a store, and remembers the newest one that this process has seen. If the store has an
 * older record, for example after a failover, the next read writes the newer one back.
 */
export class RecordCache {
  readonly #store: StoreAdapter;
  readonly #clock: Clock;
  #newest: KeptRecord | undefined;
  #wasRead = false;
  #isUnreadable = false;
  #pending: RecordChange | undefined;
  readonly #endedClaims = new EndedClaims();

  constructor(store: TokenStore, clock: Clock) {
    this.#store = new StoreAdapter(store, clock);
    this.#clock = clock;
  }

  /** The newest record that this process has read or written. */
  get newest(): KeptRecord | undefined {
    return this.#newest;
  }

  /** Whether the store was ever read or written. */
  get wasRead(): boolean {
    return this.#wasRead;
  }

  /** Whether there is a change that has not reached the store. */
  get hasPending(): boolean {
    return this.#pending !== undefined;
  }

  /** Whether other processes may read something outdated from the store. */
  get isStoreBehind(): boolean {
    return this.hasPending || this.#endedClaims.isCheckNeeded;
  }

  /**
   * Gets the newest record. If that is not the one in the store, also writes it to the store.
   * @throws RefrainError `store_failed`, `store_unsafe`, `record_corrupt`, `record_newer`
   */
  async read(): Promise<VersionedRecord> {
    for (let tries = 0; ; tries++) {
      // Count before the read: a write that fails during the read may reach the store after it.
      const { uncertainWrites } = this.#endedClaims;
      const stored = await this.#store.read();
      const record = reconcile(stored.record, {
        newest: this.#newest,
        pending: this.#pending,
        endedClaims: this.#endedClaims,
        now: this.#clock.now(),
      });
      if (!record) {
        this.#setNewest(stored.record);
        this.#pending = undefined;
        this.#endedClaims.markChecked(uncertainWrites);
        return stored;
      }
      const current = { record, version: stored.version, pending: this.#pending };
      const isWritten = await this.replace(record, current).catch(() => undefined);
      if (isWritten === undefined || tries === 5) return current;
    }
  }

  /**
   * Reads before a write that may replace an unreadable record too. If the record is unreadable, gets the newest one
   * that this process has seen.
   * @throws RefrainError as `read` does, except `record_corrupt`
   */
  async readToReplace(): Promise<VersionedRecord> {
    try {
      return { ...(await this.read()), isUnreadable: this.#isUnreadable };
    } catch (error) {
      if (!isRefrainError(error) || error.code !== 'record_corrupt') throw error;
      this.#isUnreadable = true;
      const { version, isReadable } = await this.#store.inspect();
      if (isReadable) return this.readToReplace();
      return { record: this.#newest, version, isUnreadable: true };
    }
  }

  /**
   * Writes the next record in place of the current one.
   * @returns false if the store now has another version
   * @throws RefrainError as `read` does
   */
  async replace(next: KeptRecord, current: VersionedRecord): Promise<boolean> {
    const revision = Math.max(next.revision, current.record?.revision ?? 0) + 1;
    const record = { ...next, revision };
    const text = writeRecord(record);
    let write: Promise<boolean> | undefined;
    try {
      if (!(await this.#store.replace(text, current.version, (call) => (write = call)))) {
        this.#endUnwrittenClaim(record, current);
        return false;
      }
    } catch (error) {
      // The store may have written it anyway.
      if (this.#endUnwrittenClaim(record, current)) this.#endedClaims.addUncertainWrite(write);
      throw error;
    }
    if (current.pending === this.#pending) this.#pending = undefined;
    this.#keepIfNewer(record);
    return true;
  }

  /**
   * Reads, changes and writes the record. Starts again if another process writes in between.
   * @param change returns undefined if there is nothing to change
   * @param read default: `read`
   * @returns whether anything was changed
   * @throws RefrainError as `read` does, and what `change` throws
   */
  async update(
    change: (record: KeptRecord | undefined, current: VersionedRecord) => KeptRecord | undefined,
    read = (): Promise<VersionedRecord> => this.read(),
  ): Promise<boolean> {
    for (;;) {
      const current = await read();
      const next = change(current.record, current);
      if (!next) return false;
      if (await this.replace(next, current)) return true;
    }
  }

  /**
   * Keeps a change that could not be written. Each read applies it, and tries again to write it.
   * @returns whether there was anything to change
   */
  keepPending(change: RecordChange): boolean {
    const next = this.#newest && change(this.#newest);
    if (!next) return false;
    this.#keepIfNewer({ ...next, revision: next.revision + 1 });
    this.#pending = change;
    return true;
  }

  /** No request is sent for a claim whose write failed. So the claim has ended, even if it appears in the store later. */
  #endUnwrittenClaim({ claim }: KeptRecord, current: VersionedRecord): boolean {
    const isNew = claim !== undefined && claim.id !== current.record?.claim?.id;
    if (isNew) this.#endedClaims.add(claim.id);
    return isNew;
  }

  /** A write that ends late must not replace a newer record. */
  #keepIfNewer(record: KeptRecord): void {
    if (isNewer(record, this.#newest)) this.#setNewest(record);
  }

  #setNewest(record: KeptRecord | undefined): void {
    const claim = this.#newest?.claim;
    if (claim && claim.id !== record?.claim?.id) this.#endedClaims.add(claim.id);
    this.#newest = record;
    this.#wasRead = true;
    if (record) this.#isUnreadable = false;
  }
}
