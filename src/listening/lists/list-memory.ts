import type { Clock } from '../../keeper/platform/clock.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { ListeningOptions } from '../listening.ts';
import { readCachedList, writeCachedList } from './cached-list.ts';
import { decideList, getFreshFor, isPaused, isTooOld, type ListDecision, type Failure, type Pause } from './decide.ts';
import type { KeptList } from './kept-list.ts';
import { listIds, type ListId, type ListKey } from './list-key.ts';
import { toCacheKey, toOwner, type Owner } from './owner.ts';
import { createSafeCache } from './safe-cache.ts';
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
export type ListMemory = ReturnType<typeof createListMemory>;

export function createListMemory(options: ListeningOptions, clock: Clock) {
  const cache = createSafeCache(options.cache, clock);
  const tracked = new SharedWork<Promise<unknown>, unknown>(clock);
  const entries = Object.fromEntries(
    listIds.map((id) => [id.key, { id, kept: undefined, failure: undefined, isLoaded: false, isAsked: false }]),
  ) as Record<ListKey, ListEntry>;
  let owner: Owner | undefined;
  let pause: Pause | undefined;

  const memory = {
    /** Rises with each change, so that a prepared answer shows whether it is still right. */
    revision: 0,
    /** Rises when everything is erased. What was under way before that is dropped. */
    epoch: 0,

    get pause(): Pause | undefined {
      return pause;
    },

    entries,

    /** How long a list is fresh, in milliseconds. */
    freshFor: ({ id, kept }: ListEntry): number => getFreshFor(id.list, kept, options.freshFor?.[id.list]),

    decide: (entry: ListEntry): ListDecision => decideList(entry, pause, memory.freshFor(entry), clock.now()),

    /** Takes over whose lists these are. Lists of another account are erased first. */
    async setOwner(state: KeptState | undefined): Promise<void> {
      const isPractice = options.keeper.isPractice === true;
      const next = await toOwner(state, { owner: options.owner, isPractice });
      if (next.account === owner?.account && next.name === owner.name) return;
      await memory.erase();
      owner = next;
      if (isPaused(pause, clock.now())) write(entries['now-playing']);
    },

    /** Reads a list from the cache, because another instance may have fetched it, and the pause that holds for all. */
    async load(list: ListEntry): Promise<void> {
      const { epoch } = memory;
      await Promise.all([...new Set([list, entries['now-playing']])].map((each) => read(each, epoch)));
      list.isLoaded = true;
    },

    /** Remembers a good answer. */
    save(list: ListEntry, kept: KeptList): void {
      list.kept = kept;
      list.failure = undefined;
      write(list);
    },

    /** Remembers that Spotify asked for a pause. It is saved at one place, where every list finds it. */
    setPause(next: Pause): void {
      if (next.until > (pause?.until ?? 0) || next.since < (pause?.since ?? 0)) pause = next;
      write(entries['now-playing']);
    },

    /** Forgets items that are too old to be kept. */
    forgetOld(list: ListEntry): void {
      if (!list.kept || !isTooOld(list.kept, clock.now())) return;
      list.kept = undefined;
      memory.revision++;
      if (owner) track(cache.delete(toCacheKey(owner, list.id.key)));
    },

    /**
     * Forgets all lists, here and in the cache. What Spotify asked for stays: a pause is the app's.
     * @param failure why, if all lists have failed with that
     */
    async erase(failure?: Failure): Promise<void> {
      memory.epoch++;
      memory.revision++;
      for (const list of Object.values(entries)) {
        Object.assign(list, { kept: undefined, failure, isLoaded: false });
      }
      if (owner) await eraseCache(owner);
    },

    track,

    /** Resolves when no work is running. Undefined if none is. */
    pending: (): Promise<void> | undefined => (tracked.all().length === 0 ? undefined : settle()),
  };

  async function read(list: ListEntry, epoch: number): Promise<void> {
    const whose = owner;
    if (!whose) return undefined;
    const key = toCacheKey(whose, list.id.key);
    const text = await cache.get(key);
    if (epoch !== memory.epoch || typeof text !== 'string') return undefined;
    const { imageOrigin } = options.keeper;
    const cached = readCachedList(text, whose.account, { isPlayer: list.id.list === 'now-playing', imageOrigin });
    // Perhaps the lists of another account, under the same name.
    if (!cached) return eraseCache(whose);
    const { kept } = cached;
    if (cached.pause && cached.pause.until > (pause?.until ?? 0)) pause = cached.pause;
    if (!kept || kept.fetchedAt <= (list.kept?.fetchedAt ?? 0)) return undefined;
    if (isTooOld(kept, clock.now())) return cache.delete(key);
    list.kept = kept;
    if (list.failure && list.failure.at < kept.fetchedAt) list.failure = undefined;
    memory.revision++;
    return undefined;
  }

  function write({ id: { key }, kept }: ListEntry): void {
    if (!owner) return;
    const text = writeCachedList({ kept, pause: key === 'now-playing' ? pause : undefined }, owner.account);
    track(cache.set(toCacheKey(owner, key), text));
  }

  const eraseCache = (whose: Owner): Promise<void> => cache.erase(listIds.map(({ key }) => toCacheKey(whose, key)));

  /** Counts work that should end before the process does. */
  function track<Value>(work: Promise<Value>): Promise<Value> {
    void tracked.replace(work, () => work);
    return work;
  }

  async function settle(): Promise<void> {
    for (let work = tracked.all(); work.length > 0; work = tracked.all()) await Promise.allSettled(work);
  }

  return memory;
}
