import { warned } from './record/changes.ts';
import { currentRecord, type KeeperContext } from './refresh/context.ts';
import { isLive } from './record/record.ts';
import type { Reporter, WarningGiven } from './notify.ts';
import { untilNextWarning, warningDue } from './record/times.ts';

/** How soon a store is looked at again that was away, milliseconds. */
const soon = 15 * 60 * 1000;

/** The warnings before a token's end, each once among all who share it and have somebody who listens. */
export function createWarnings(context: KeeperContext, { begin, report, isListening }: Reporter) {
  const { held, clock } = context;

  /** Whether it is known that no warning is due: a store that is away is no reason to fail, and it still is afterwards. */
  async function warnIfDue(): Promise<boolean> {
    // A warning that nobody hears would be lost to those who listen elsewhere.
    if (!isListening) return true;
    let given: WarningGiven | undefined;
    try {
      const isGiven = await held.update((record) => {
        const due = isLive(record) ? warningDue(record.token, clock.now()) : undefined;
        if (!isLive(record) || due === undefined) return undefined;
        given = { before: record.token.warned };
        return warned(record, due);
      });
      if (isGiven) await report(given);
      return true;
    } catch {
      return false;
    }
  }

  return {
    warnIfDue,
    /** Until `signal` ends it. */
    async watch(signal: AbortSignal): Promise<void> {
      await begin();
      while (!signal.aborted) {
        const isThere = await currentRecord(context).then(
          () => true,
          () => false,
        );
        await report();
        const isDone = await warnIfDue();
        const next = untilNextWarning(held.newest?.token?.authorizedAt, clock.now());
        await clock.wait(isThere && isDone ? next : Math.min(next, soon), { signal, background: true });
      }
    },
  };
}
