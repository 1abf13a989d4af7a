import { minute } from '../text/durations.ts';
import { applyWarning, type RecordChange } from './record/changes.ts';
import { describe } from './record/describe.ts';
import { observe, readAndObserve } from './record/observe.ts';
import { isLive } from './record/record.ts';
import type { KeptState, WarningDays } from './record/state.ts';
import { findDueWarning, getTimeToNextWarning } from './record/times.ts';
import { hashSeed, readCurrentRecord, type KeeperContext } from './refresh/context.ts';
import type { TokenKeeperOptions } from './token-keeper.ts';

/** How long `watch` waits before it reads an unavailable store again, in milliseconds. */
const retryPause = 15 * minute;

/** A warning that this process has just given. */
interface GivenWarning {
  /** The warning that was given before it. */
  readonly before: WarningDays | undefined;
}

export type Notifier = ReturnType<typeof createNotifier>;

/** Calls `onChange` once for each change, and once for each warning. The state at the start is not a change. */
export function createNotifier(context: KeeperContext, onChange: TokenKeeperOptions['onChange']) {
  const { cache, clock } = context;
  let last: KeptState | undefined;
  let queue: Promise<void> = Promise.resolve();

  /** The state of the newest record that this process has seen. */
  async function getState(): Promise<KeptState> {
    const [seedHash] = await hashSeed(context);
    let mayUseMemory = cache.wasRead;
    // The first call may take the record from memory. `readAndObserve` calls again only if a claimant may have ended.
    const read = async () => {
      if (!mayUseMemory) return cache.read();
      mayUseMemory = false;
      return { record: cache.newest, version: undefined };
    };
    try {
      const { current, observation } = await readAndObserve(read, context);
      return describe(current.record, observation, cache.hasPending, seedHash);
    } catch {
      // The store is unavailable. Use what this process knows, as if a claimant were still running.
      const observation = { ...(await observe(cache.newest, context)), isClaimantAlive: true };
      return describe(cache.newest, observation, cache.hasPending, seedHash);
    }
  }

  async function reportChange(warning: GivenWarning | undefined): Promise<void> {
    const state = await getState();
    // Before the first successful read, this process does not know whether there is a token.
    if (!last && !cache.wasRead) return;
    // A warning that another process gave is not a change here: that process has called its own `onChange`.
    const before = last && { ...last, warned: warning ? warning.before : state.warned };
    last = state;
    if (before === undefined || isSame(state, before)) return;
    // An error in `onChange`, also an asynchronous one, must not fail the call.
    void (async () => onChange?.(state, before))().catch(() => {});
  }

  /** Reports a change, if there is one. Call it after each read or write that may have changed something. */
  async function notify(warning?: GivenWarning): Promise<void> {
    if (!onChange) return;
    // One at a time, so that an older state is never reported after a newer one.
    queue = queue.then(() => reportChange(warning));
    await queue;
  }

  /** Notes the state at the start. Call it before the first change of the record, so that `onChange` is called for it. */
  async function start(): Promise<void> {
    if (!onChange || last) return;
    // Note the stored token before a seed replaces it, so that the replacement counts as a change.
    await cache.read().catch(() => {});
    if (isLive(cache.newest)) await notify();
    if (context.seed) await readCurrentRecord(context).catch(() => {});
    await notify();
  }

  /**
   * Gives the warning that is due, once among all processes that share the store and have an `onChange`.
   * @returns false if the store is unavailable: a warning may still be due
   */
  async function warnIfDue(): Promise<boolean> {
    // Without `onChange`, this process would mark the warning as given, and no process would report it.
    if (!onChange) return true;
    let before: WarningDays | undefined;
    const warn: RecordChange = (record) => {
      if (!isLive(record)) return undefined;
      const due = findDueWarning(record.token, clock.now());
      if (due === undefined) return undefined;
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
