import type { Clock } from '../../keeper/platform/clock.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { ListeningOptions } from '../listening.ts';
import { readCachedList, writeCachedList } from './cached-list.ts';
import { decide, getFreshFor, isPaused, isTooOld, type Decision, type Failure, type Pause } from './decide.ts';
import type { KeptList } from './kept-list.ts';
import { listKeys, listOf, type ListId, type ListKey } from './list-key.ts';
import { toCacheKey, toOwner, type Owner } from './owner.ts';
import { SafeCache } from './safe-cache.ts';
import { SharedWork } from './shared-work.ts';

/** One list in memory. */
export interface ListEntry {
  readonly id: ListId;
  kept: KeptList | undefined;
  failure: Failure | undefined;
  /** Whether the cache was asked for it. */
  isLoaded: boolean;
  /** Whether a visitor has asked for it. */
  isAsked: boolean;
}

/** All lists of one owner, in memory and in the cache. */
export class ListMemory {
  readonly #options: ListeningOptions;
  readonly #clock: Clock;
  readonly #cache: SafeCache;
  readonly #entries: ReadonlyMap<ListKey, ListEntry>;
  readonly #tracked: SharedWork<Promise<unknown>, unknown>;
  #owner: Owner | undefined;
  #pause: Pause | undefined;
  /** Rises with each change, so that a prepared answer shows whether it is still right. */
  revision = 0;
  /** Rises when everything is erased. What was under way before that is dropped. */
  epoch = 0;

  constructor(options: ListeningOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
    this.#cache = new SafeCache(options.cache, clock);
    this.#tracked = new SharedWork(clock);
    this.#entries = new Map(
      [...listOf].map(([key, id]) => [
        key,
        { id, kept: undefined, failure: undefined, isLoaded: false, isAsked: false },
      ]),
    );
  }

  get pause(): Pause | undefined {
    return this.#pause;
  }

  get entries(): Iterable<ListEntry> {
    return this.#entries.values();
  }

  /** @throws TypeError if there is no such list */
  entry(key: ListKey): ListEntry {
    const entry = this.#entries.get(key);
    if (!entry) throw new TypeError('There is no such list.');
    return entry;
  }

  /** For how long a list is fresh, milliseconds. */
  freshFor({ id, kept }: ListEntry): number {
    return getFreshFor(id.list, kept, this.#options.freshFor?.[id.list]);
  }

  decide(entry: ListEntry): Decision {
    return decide(entry, this.#pause, this.freshFor(entry), this.#clock.now());
  }

  /** Takes over whose lists these are. Lists of another account are erased first. */
  async setOwner(state: KeptState | undefined): Promise<void> {
    const { keeper, owner } = this.#options;
    const next = await toOwner(state, { owner, isPractice: keeper.isPractice === true });
    if (next.account === this.#owner?.account && next.name === this.#owner.name) return;
    await this.erase();
    this.#owner = next;
    if (isPaused(this.#pause, this.#clock.now())) this.#write(this.entry('now-playing'));
  }

  /** Reads a list from the cache, because another instance may have fetched it, and the pause that holds for all. */
  async load(entry: ListEntry): Promise<void> {
    const { epoch } = this;
    const player = this.entry('now-playing');
    await Promise.all([...new Set([entry, player])].map((each) => this.#read(each, epoch)));
    entry.isLoaded = true;
  }

  async #read(entry: ListEntry, epoch: number): Promise<void> {
    const owner = this.#owner;
    if (!owner) return;
    const text = await this.#cache.get(toCacheKey(owner, entry.id.key));
    if (epoch !== this.epoch || typeof text !== 'string') return;
    const { imageOrigin } = this.#options.keeper;
    const isPlayer = entry.id.list === 'now-playing';
    const cached = readCachedList(text, owner.account, { isPlayer, imageOrigin });
    // Perhaps the lists of another account, under the same name.
    if (!cached) return this.#eraseCache(owner);
    const { kept, pause } = cached;
    if (pause && pause.until > (this.#pause?.until ?? 0)) this.#pause = pause;
    if (!kept || kept.fetchedAt <= (entry.kept?.fetchedAt ?? 0)) return;
    if (isTooOld(kept, this.#clock.now())) return this.#cache.delete(toCacheKey(owner, entry.id.key));
    entry.kept = kept;
    if (entry.failure && entry.failure.at < kept.fetchedAt) entry.failure = undefined;
    this.revision++;
  }

  /** Remembers a good answer. */
  save(entry: ListEntry, kept: KeptList): void {
    entry.kept = kept;
    entry.failure = undefined;
    this.#write(entry);
  }

  /** Remembers that Spotify asked for a pause. It is saved at one place, where every list finds it. */
  setPause(pause: Pause): void {
    if (pause.until > (this.#pause?.until ?? 0) || pause.since < (this.#pause?.since ?? 0)) this.#pause = pause;
    this.#write(this.entry('now-playing'));
  }

  #write({ id: { key }, kept }: ListEntry): void {
    if (!this.#owner) return;
    const pause = key === 'now-playing' ? this.#pause : undefined;
    const text = writeCachedList({ kept, pause }, this.#owner.account);
    this.track(this.#cache.set(toCacheKey(this.#owner, key), text));
  }

  /** Forgets items that are too old to be kept. */
  forgetOld(entry: ListEntry): void {
    if (!entry.kept || !isTooOld(entry.kept, this.#clock.now())) return;
    entry.kept = undefined;
    this.revision++;
    if (this.#owner) this.track(this.#cache.delete(toCacheKey(this.#owner, entry.id.key)));
  }

  /** Forgets all lists, here and in the cache. What Spotify asked for stays: a pause is the app's. */
  async erase(): Promise<void> {
    this.epoch++;
    this.revision++;
    for (const entry of this.#entries.values()) {
      entry.kept = undefined;
      entry.failure = undefined;
      entry.isLoaded = false;
    }
    if (this.#owner) await this.#eraseCache(this.#owner);
  }

  #eraseCache(owner: Owner): Promise<void> {
    return this.#cache.erase(listKeys.map((key) => toCacheKey(owner, key)));
  }

  /** Counts work that should end before the process does. */
  track<Value>(work: Promise<Value>): Promise<Value> {
    void this.#tracked.replace(work, () => work);
    return work;
  }

  /** Resolves when no work is running. Undefined if none is. */
  pending(): Promise<void> | undefined {
    return this.#tracked.all().length === 0 ? undefined : this.#settle();
  }

  async #settle(): Promise<void> {
    for (let work = this.#tracked.all(); work.length > 0; work = this.#tracked.all()) await Promise.allSettled(work);
  }
}
