import { RefrainError } from '../../errors/refrain-error.ts';
import type { Clock } from '../platform/clock.ts';

/** How long one call of a store is waited for: four spans, since a process may be stopped during one of them. Milliseconds. */
const span = 2500;
const spans = 4;

/**
 * Waits for one call of a store, ten seconds at most. What it comes to later is heard by nobody.
 * @throws RefrainError `store_failed` where it is late, and whatever the call throws
 */
export async function inTime<Value>(call: Promise<Value>, clock: Clock): Promise<Value> {
  const answered = new AbortController();
  const late = (async () => {
    for (let count = 0; count < spans; count++) {
      await clock.wait(span, { signal: answered.signal, background: true });
      if (answered.signal.aborted) return call;
    }
    throw new RefrainError('store_failed', { detail: 'no answer in ten seconds', cause: { code: 'ETIMEDOUT' } });
  })();
  try {
    return await Promise.race([call, late]);
  } finally {
    answered.abort();
  }
}
