/**
 * Waits for work, but not beyond a deadline. What the work does later is ignored.
 * @param wait settles at the deadline; its signal aborts when the work is done first
 * @param toError makes the error to throw at the deadline
 * @throws what `toError` returns, or what the work throws
 */
export async function withDeadline<Value>(
  work: Promise<Value>,
  wait: (done: AbortSignal) => Promise<unknown>,
  toError: () => unknown,
): Promise<Value> {
  const done = new AbortController();
  const late = wait(done.signal).then(() => {
    // If the work was done first, no one gets the error, so it is not made.
    throw done.signal.aborted ? undefined : toError();
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

/**
 * Waits for work until a signal aborts.
 * @param toError makes the error to throw when the signal aborts
 * @throws what `toError` returns, or what the work throws
 */
export function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal, toError: () => unknown): Promise<Value> {
  const abort = (done: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true, signal: done });
    });
  return withDeadline(work, abort, toError);
}
