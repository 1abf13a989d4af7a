import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { withDeadline } from '../../http/deadline.ts';
import type { Clock } from '../../keeper/platform/clock.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { Source } from '../listening.ts';
import { minute } from '../../text/durations.ts';
import { applyFailure } from './apply-failure.ts';
import { fetchList } from './fetch-list.ts';
import { toKeptList } from './kept-list.ts';
import { lacksScope } from './list-key.ts';
import type { ListEntry, ListMemory } from './list-memory.ts';
import { SharedWork } from './shared-work.ts';
import { tryFor } from './try-for.ts';

/** How long the source may take to return its state, and to answer, in milliseconds. */
const stateTime = 5000;
const answerTime = 10_000;

/** How long to wait before the scopes are read again if one is missing, in milliseconds. Nothing is sent for that. */
const scopeCheck = 2 * minute;

/** Creates the functions that send requests to the source. They never reject. */
export function createRefresh(memory: ListMemory, source: Source, clock: Clock) {
  const now = () => clock.now();
  const reading = new SharedWork<'state', KeptState | undefined>(clock);

  /** Fetches that start together share one read of the state. */
  function readState(): Promise<KeptState | undefined> {
    return reading.join('state', readStateOnce);
  }

  async function readStateOnce(): Promise<KeptState | undefined> {
    const known = await tryFor(async () => ({ state: await source.state?.() }), stateTime, clock);
    // If the state cannot be read now, the account counts as unchanged.
    if (known) await memory.setOwner(known.state);
    return known?.state;
  }

  async function fetchAndKeep(entry: ListEntry, state: KeptState | undefined): Promise<void> {
    const { epoch } = memory;
    try {
      if (lacksScope(entry.id.key, state?.scopes)) {
        const failure = { code: 'scope_missing', times: 1, at: now(), retryAt: null } as const;
        entry.failure = { ...failure, nextTryAt: now() + scopeCheck };
        return;
      }
      const wait = (done: AbortSignal) => clock.wait(answerTime, { signal: done, background: true });
      const work = fetchList(entry.id, { fetch: source.fetch, now });
      const fetched = await withDeadline(work, wait, () => new RefrainError('timed_out'));
      if (epoch === memory.epoch) memory.save(entry, toKeptList(fetched, entry.kept, source, now()));
    } catch (error) {
      if (epoch !== memory.epoch) return;
      const { failure, pause } = applyFailure(error, entry.failure, memory.freshFor(entry), now());
      if (isRefrainError(error) && error.code === 'not_logged_in') await memory.erase(failure);
      entry.failure = failure;
      if (pause) memory.setPause(pause);
    }
  }

  return {
    readState,
    /** Refreshes a list: from the cache, otherwise from Spotify. */
    async refresh(entry: ListEntry): Promise<void> {
      try {
        const state = await readState();
        await memory.load(entry);
        if (memory.decide(entry).do === 'fetch') await fetchAndKeep(entry, state);
      } finally {
        entry.isLoaded = true;
        memory.revision++;
      }
    },
  };
}
