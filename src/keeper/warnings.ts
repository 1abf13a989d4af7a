import { warned } from './changes.ts';
import type { KeeperContext } from './context.ts';
import { isLive } from './record.ts';
import type { Reporter, WarningGiven } from './reporter.ts';
import { untilNextWarning, warningDue } from './times.ts';

/** The warnings before a token's end, each once among all who share it and have somebody who listens. */
export function createWarnings({ held, clock }: KeeperContext, { begin, report, isListening }: Reporter) {
  /** A store that is away is no reason to fail: the warning is still due afterwards. */
  async function warnIfDue(): Promise<void> {
    // A warning that nobody hears would be lost to those who listen elsewhere.
    if (!isListening) return;
    let given: WarningGiven | undefined;
    try {
      const isGiven = await held.update((record) => {
        const due = isLive(record) ? warningDue(record.token, clock.now()) : undefined;
        if (!isLive(record) || due === undefined) return undefined;
        given = { before: record.token.warned };
        return warned(record, due);
      });
      if (isGiven) await report(given);
    } catch {}
  }

  return {
    warnIfDue,
    /** Until `signal` ends it. */
    async watch(signal: AbortSignal): Promise<void> {
      await begin();
      while (!signal.aborted) {
        await report();
        await warnIfDue();
        const authorizedAt = held.newest?.token?.authorizedAt;
        await clock.wait(untilNextWarning(authorizedAt, clock.now()), { signal, background: true });
      }
    },
  };
}
