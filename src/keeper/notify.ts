import { applyWarning, type RecordChange } from './record/changes.ts';
import { describe } from './record/describe.ts';
import { observe, readAndObserve } from './record/observe.ts';
import { isLive } from './record/record.ts';
import type { KeptState, WarningDays } from './record/state.ts';
import { findDueWarning, getTimeToNextWarning } from './record/times.ts';
import { hashSeed, readCurrentRecord, type KeeperContext } from './refresh/context.ts';
import type { TokenKeeperOptions } from './token-keeper.ts';

/** While the store is unavailable, `watch` reads it again after this time, milliseconds. */
const retryPause = 15 * 60 * 1000;

export type Notifier = ReturnType<typeof createNotifier>;

/** Calls `onChange` once for each change, and once for each warning. The state at the start is not a change. */
export function createNotifier(context: KeeperContext, onChange: TokenKeeperOptions['onChange']) {
  const { cache, clock } = context;
  let last: KeptState | undefined;
  let queue: Promise<void> = Promise.resolve();

  /** The state of the newest record that this process has seen. Reads the store only if a claimant may have ended. */
  async function getState(): Promise<KeptState> {
    const [seedHash] = await hashSeed(context);
    let isKnown = cache.wasRead;
    const read = async () => {
      const current = isKnown ? { record: cache.newest, version: undefined } : await cache.read();
      isKnown = false;
      return current;
    };
    try {
      const { current, observation } = await readAndObserve(read, context);
      return describe(current.record, observation, cache.hasPending, seedHash);
    } catch {
      // The store is unavailable, so use what this process knows. It cannot confirm that a claimant has ended.
      const observation = { ...(await observe(cache.newest, context)), isClaimantAlive: true };
      return describe(cache.newest, observation, cache.hasPending, seedHash);
    }
  }

  async function compare(warning: { readonly before: WarningDays | undefined } | undefined): Promise<void> {
    const state = await getState();
    // Before the first successful read it is not known whether there is a token.
    if (!last && !cache.wasRead) return;
    // A warning that another process gave is not a change here: that process has called its own `onChange`.
    const before = last && { ...last, warned: warning ? warning.before : state.warned };
    last = state;
    if (before === undefined || isSame(state, before)) return;
    // An error in `onChange`, now or later, must not fail the call.
    void (async () => onChange?.(state, before))().catch(() => {});
  }

  /** Call it after each read or write that may have changed something. `warning`: one that this process has just given. */
  async function notify(warning?: { readonly before: WarningDays | undefined }): Promise<void> {
    if (!onChange) return;
    // One at a time, so that an older state is never reported after a newer one.
    queue = queue.then(() => compare(warning));
    await queue;
  }

  /** Call it before the first thing that can change the record, so that `onChange` sees the change. */
  async function start(): Promise<void> {
    if (!onChange || last) return;
    // Before a seed replaces the stored token, so that this is a change.
    await cache.read().catch(() => {});
    if (isLive(cache.newest)) await notify();
    if (context.seed) await readCurrentRecord(context).catch(() => {});
    await notify();
  }

  /**
   * Gives the warning that is due, once among all processes that share the store and have an `onChange`.
   * @returns false if the store is unavailable, so that the warning may still be due
   */
  async function warnIfDue(): Promise<boolean> {
    // Without `onChange` the warning would be marked as given, and lost for the other processes.
    if (!onChange) return true;
    let before: WarningDays | undefined;
    const warn: RecordChange = (record) => {
      const due = isLive(record) ? findDueWarning(record.token, clock.now()) : undefined;
      if (!isLive(record) || due === undefined) return undefined;
      before = record.token.warned;
      return applyWarning(record, due);
    };
    if (cache.newest && !warn(cache.newest)) return true;
    try {
      const isGiven = await cache.update((record) => record && warn(record));
      if (isGiven) await notify({ before });
      return true;
    } catch {
      return false;
    }
  }

  /** Warns on time until `signal` aborts. */
  async function watch(signal: AbortSignal): Promise<void> {
    await start();
    while (!signal.aborted) {
      const isRead = await readCurrentRecord(context).then(
        () => true,
        () => false,
      );
      await notify();
      const isWarned = await warnIfDue();
      const next = getTimeToNextWarning(cache.newest?.token, clock.now());
      await clock.wait(isRead && isWarned ? next : Math.min(next, retryPause), { signal, background: true });
    }
  }

  return { getState, notify, start, warnIfDue, watch };
}

/** `daysLeft` changes every day, which is not worth a call. */
function isSame(state: KeptState, other: KeptState): boolean {
  const toText = (one: KeptState) => JSON.stringify({ ...one, daysLeft: undefined });
  return toText(state) === toText(other);
}
