/** The time, and waiting for it: passed in, so that six months pass in a test in a millisecond. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Resolves after so many milliseconds, or at once when the signal ends it.
   * `background`: the wait alone keeps no process alive.
   */
  wait(milliseconds: number, options?: { signal?: AbortSignal | undefined; background?: boolean }): Promise<void>;
}

/** The longest wait that every platform's timer can count. */
const longestWait = 2 ** 31 - 1;

/** The platform's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, { signal, background } = {}) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(Math.max(0, milliseconds), longestWait));
      if (background) (timer as unknown as { unref?: () => void }).unref?.();
      signal?.addEventListener('abort', end);
    }),
};
