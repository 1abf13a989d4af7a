import type { Clock } from '../../keeper/platform/clock.ts';

/** Waits for work at most `time` milliseconds. @returns undefined if it is late; it goes on then, and its result is lost */
export async function waitAtMost<Value>(work: Promise<Value>, time: number, clock: Clock): Promise<Value | undefined> {
  const done = new AbortController();
  const late = clock.wait(time, { signal: done.signal, background: true }).then(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

/** Calls what may throw, reject or hang. @returns undefined if it does, or if it is late */
export async function tryFor<Value>(
  call: () => Value,
  time: number,
  clock: Clock,
): Promise<Awaited<Value> | undefined> {
  try {
    return await waitAtMost(Promise.resolve(call()), time, clock);
  } catch {
    return undefined;
  }
}
