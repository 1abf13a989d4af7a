import { withDeadline } from '../../http/deadline.ts';
import type { Clock } from '../../keeper/platform/clock.ts';

/**
 * Does what may throw, reject or hang.
 * @param time milliseconds
 * @returns undefined if it fails, or if it is late; it goes on then, and its result is lost
 */
export async function tryFor<Value>(
  start: () => Value,
  time: number,
  clock: Clock,
): Promise<Awaited<Value> | undefined> {
  const wait = (done: AbortSignal) => clock.wait(time, { signal: done, background: true });
  try {
    return await withDeadline(Promise.resolve(start()), wait, () => undefined);
  } catch {
    return undefined;
  }
}
