import { RefrainError } from '../../errors/refrain-error.ts';
import type { Clock } from '../platform/clock.ts';
import { RecentlySeen } from './recently-seen.ts';
import { isAheadOf, readRecord, writeRecord, type KeptRecord } from './record.ts';
import { inTime } from '../stores/deadline.ts';
import type { TokenStore } from '../stores/token-store.ts';

/** The record as it stands, and the store's mark for what would be replaced. */
export interface Seen {
  readonly record: KeptRecord | undefined;
  readonly version: string | undefined;
  /** What is part of this record and has not reached the store. */
  readonly unsaved?: Change | undefined;
  /** Whether what stood there last could not be read. Told by `readToReplace`. */
  readonly isUnreadable?: boolean;
}

/** A step from whatever record stands to the next; undefined where it has nothing to say to that one. */
export type Change = (record: KeptRecord) => KeptRecord | undefined;

/** A store that says so often in a row that something else stands, at one and the same version, is broken. */
const mostRefusals = 1000;

/**
 * A store's record, and the newest that this process has known of it. A store may be behind: a write failed, or it lost
 * what it had acknowledged (a Redis that failed over). Whoever knows better puts it right.
 */
export class HeldRecord {
  readonly #store: TokenStore;
  readonly #clock: Clock;
  #newest: KeptRecord | undefined;
  #isKnown = false;
  #isUnreadable = false;
  #unsaved: Change | undefined;
  /** Claims that this process knows to be over. A store that shows one again is behind, or was never answered. */
  readonly #endedClaims = new RecentlySeen(64);
  /** Writes that failed and may have left such a claim all the same: how many there were, and were looked for since. */
  readonly #unsureWrites = { made: 0, lookedFor: 0 };
  /** Claims that a store was asked to write, and neither did nor refused in time: they may come to stand at any moment. */
  readonly #lateClaims = new Set<Promise<boolean>>();
  #refusals = { version: undefined as string | undefined, count: 0 };

  constructor(store: TokenStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** True where the newest record has never reached the store. */
  get unsaved(): boolean {
    return this.#unsaved !== undefined;
  }

  /** True where the store may show others what this process knows to be over. */
  get isStoreBehind(): boolean {
    const { made, lookedFor } = this.#unsureWrites;
    return this.unsaved || made > lookedFor || this.#lateClaims.size > 0;
  }

  get newest(): KeptRecord | undefined {
    return this.#newest;
  }

  /** Whether the store was ever reached. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /**
   * The newest record that is known, in the store or here. A store that is behind is put right on the way.
   * @throws RefrainError `store_failed`, `store_unsafe`, `record_corrupt`, `record_newer`
   */
  async read(): Promise<Seen> {
    for (let tries = 0; ; tries++) {
      const { made } = this.#unsureWrites;
      const stored = await this.#readStore();
      const record = this.#better(stored.record);
      if (!record) {
        this.#know(stored.record);
        this.#unsaved = undefined;
        // A look that began before such a write ended says nothing of it.
        this.#unsureWrites.lookedFor = Math.max(made, this.#unsureWrites.lookedFor);
        return stored;
      }
      const seen = { record, version: stored.version, unsaved: this.#unsaved };
      const isWritten = await this.replace(record, seen).catch(() => undefined);
      if (isWritten === undefined || tries === 5) return seen;
    }
  }

  /** The same for whoever writes over it anyway: what nobody can read counts as what was last known of it. */
  async readToReplace(): Promise<Seen> {
    try {
      return { ...(await this.read()), isUnreadable: this.#isUnreadable };
    } catch (error) {
      if (!(error instanceof RefrainError) || error.code !== 'record_corrupt') throw error;
      this.#isUnreadable = true;
      // A store that has set it aside throws here again, and holds nothing now.
      const stored = await this.#call(() => this.#store.read()).catch(() => undefined);
      if (stored && isReadable(stored.record)) return this.readToReplace();
      return { record: this.#newest, version: stored?.version, isUnreadable: true };
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
    const text = writeRecord(record);
    let writing: Promise<boolean> | undefined;
    try {
      if (!(await this.#call(() => (writing = this.#store.replace(text, over.version))))) {
        this.#countRefusal(over.version);
        this.#endUnsentClaim(record, over);
        return false;
      }
    } catch (error) {
      // It may have been written all the same.
      if (this.#endUnsentClaim(record, over)) {
        this.#unsureWrites.made++;
        if (writing) this.#awaitLateClaim(writing);
      }
      throw error;
    }
    if (over.unsaved === this.#unsaved) this.#unsaved = undefined;
    this.#keep(record);
    return true;
  }

  /**
   * Makes a change, again and again until it stands, whatever others write meanwhile.
   * @param change undefined where there is nothing to change
   * @param read what it is made over; default: what `read` gives
   * @returns whether anything was changed
   * @throws RefrainError as `read` does, and whatever `change` throws
   */
  async update(
    change: (record: KeptRecord | undefined, seen: Seen) => KeptRecord | undefined,
    read = (): Promise<Seen> => this.read(),
  ): Promise<boolean> {
    for (;;) {
      const seen = await read();
      const next = change(seen.record, seen);
      if (!next) return false;
      if (await this.replace(next, seen)) return true;
    }
  }

  /**
   * Holds a change that could not be written: it is part of all that is read here, and is written as soon as that goes,
   * whatever others have written meanwhile.
   * @returns whether there was anything to change
   */
  hold(change: Change): boolean {
    const next = this.#newest && change(this.#newest);
    if (!next) return false;
    this.#keep({ ...next, revision: next.revision + 1 });
    this.#unsaved = change;
    return true;
  }

  /** What ought to stand in the place of what the store shows; undefined where that is as it ought to be. */
  #better(stored: KeptRecord | undefined): KeptRecord | undefined {
    const changed = stored && this.#unsaved?.(stored);
    if (changed) return changed;
    const newest = this.#newest;
    const isEnded = stored?.claim !== undefined && this.#endedClaims.has(stored.claim.id);
    if (newest && isAheadOf(newest, stored)) {
      // Somebody may have claimed what the store fell back to, and be sending the same token now.
      const isSameToken =
        stored?.generation === newest.generation && stored.token?.refreshToken === newest.token?.refreshToken;
      const claim = newest.claim ?? (isSameToken && !isEnded ? stored.claim : undefined);
      const seen = [...new Set([...(stored?.seen ?? []), ...newest.seen])];
      return { ...newest, claim, seen, mendedAt: this.#clock.now() };
    }
    return isEnded ? { ...stored, claim: undefined } : undefined;
  }

  /** Nothing is sent for a claim that is not known to stand, so wherever it turns up, it is over. */
  #endUnsentClaim({ claim }: KeptRecord, over: Seen): boolean {
    const isNew = claim !== undefined && claim.id !== over.record?.claim?.id;
    if (isNew) this.#endedClaims.add(claim.id);
    return isNew;
  }

  #awaitLateClaim(writing: Promise<boolean>): void {
    const settle = (mayStand: boolean) => {
      this.#lateClaims.delete(writing);
      if (mayStand) this.#unsureWrites.made++;
    };
    this.#lateClaims.add(writing);
    writing.then(settle, () => settle(true));
  }

  #keep(record: KeptRecord): void {
    // A write that ends late must not hide what came after it.
    if (isAheadOf(record, this.#newest)) this.#know(record);
  }

  #know(record: KeptRecord | undefined): void {
    const claim = this.#newest?.claim;
    if (claim && claim.id !== record?.claim?.id) this.#endedClaims.add(claim.id);
    this.#newest = record;
    this.#isKnown = true;
    if (record) this.#isUnreadable = false;
  }

  #countRefusal(version: string | undefined): void {
    const count = this.#refusals.version === version ? this.#refusals.count + 1 : 1;
    this.#refusals = { version, count };
    if (count <= mostRefusals) return;
    this.#refusals.count = 0;
    throw new RefrainError('store_failed', { detail: 'the store refuses to replace what it shows' });
  }

  /** One call of the store, bounded in time, its failure in our words. */
  #call<Value>(work: () => Promise<Value>): Promise<Value> {
    return inWords(() => inTime(work(), this.#clock));
  }

  async #readStore(): Promise<Seen> {
    const stored = await this.#call(() => this.#store.read());
    if (!stored) return { record: undefined, version: undefined };
    try {
      return { record: readRecord(stored.record), version: stored.version };
    } catch (error) {
      if (!(error instanceof RefrainError) || error.code !== 'record_corrupt') throw error;
      const place = await this.#call(async () => this.#store.setAside?.(stored.version));
      throw place === undefined ? error : new RefrainError('record_corrupt', { detail: place });
    }
  }
}

function isReadable(stored: string): boolean {
  try {
    return readRecord(stored) !== undefined;
  } catch {
    return false;
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
