import { isRefrainError } from '../../errors/refrain-error.ts';
import type { Clock } from '../platform/clock.ts';
import { StoreAdapter } from '../stores/store-adapter.ts';
import type { TokenStore } from '../stores/token-store.ts';
import type { RecordChange } from './changes.ts';
import { EndedClaims } from './ended-claims.ts';
import { isNewer, reconcile } from './reconcile.ts';
import { writeRecord, type KeptRecord } from './record.ts';

/** A record, and the version in the store that a write of its successor replaces. */
export interface VersionedRecord {
  readonly record: KeptRecord | undefined;
  readonly version: string | undefined;
  /** A change that is part of this record and has not reached the store. */
  readonly pending?: RecordChange | undefined;
  /** Whether the store's last record could not be read. Set by `readToReplace`. */
  readonly isUnreadable?: boolean;
}

/**
 * The record of a store, and the newest record that this process has read or written. If the store is behind, a read
 * writes the newer record back.
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

  /** Whether the newest record has not reached the store. */
  get hasPending(): boolean {
    return this.#pending !== undefined;
  }

  /** Whether the store may show other processes something that is over. */
  get isStoreBehind(): boolean {
    return this.hasPending || this.#endedClaims.isCheckNeeded;
  }

  /**
   * Reads the newest record, from the store or this cache. If the store is behind, writes the newer record to it.
   * @throws RefrainError `store_failed`, `store_unsafe`, `record_corrupt`, `record_newer`
   */
  async read(): Promise<VersionedRecord> {
    for (let tries = 0; ; tries++) {
      // A read that starts before an uncertain write ends says nothing about it.
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
   * Reads for a write that replaces any record, also one that cannot be read. Then the record is the newest that this
   * process knows.
   * @throws RefrainError as `read`, without `record_corrupt`
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
   * @returns false if the store holds another version by now
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
      // The store may have written it all the same.
      if (this.#endUnwrittenClaim(record, current)) this.#endedClaims.addUncertainWrite(write);
      throw error;
    }
    if (current.pending === this.#pending) this.#pending = undefined;
    this.#keepIfNewer(record);
    return true;
  }

  /**
   * Reads, changes and writes, and repeats that until no other process has written in between.
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
   * Keeps a change that could not be written. Each read applies it, and writes it as soon as the store works.
   * @returns whether there was anything to change
   */
  keepPending(change: RecordChange): boolean {
    const next = this.#newest && change(this.#newest);
    if (!next) return false;
    this.#keepIfNewer({ ...next, revision: next.revision + 1 });
    this.#pending = change;
    return true;
  }

  /** Nothing is sent for a claim whose write is not confirmed, so the claim is over, even if the store shows it later. */
  #endUnwrittenClaim({ claim }: KeptRecord, current: VersionedRecord): boolean {
    const isNew = claim !== undefined && claim.id !== current.record?.claim?.id;
    if (isNew) this.#endedClaims.add(claim.id);
    return isNew;
  }

  /** A write that ends late must not hide a newer record. */
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
