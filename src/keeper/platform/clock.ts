/** The time, and waiting. Passed in, so that six months pass in a test in a millisecond. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Resolves after this many milliseconds, or as soon as the signal aborts. It never rejects.
   * `background`: the wait does not keep the process running. Default: false.
   */
  wait(milliseconds: number, options?: { signal?: AbortSignal | undefined; background?: boolean }): Promise<void>;
}

/** The longest time that the timer of every platform supports, in milliseconds. */
const maxTimeout = 2 ** 31 - 1;

/** The clock of the platform. */
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
      const timer = setTimeout(end, Math.min(Math.max(0, milliseconds), maxTimeout));
      if (background) (timer as unknown as { unref?: () => void }).unref?.();
      signal?.addEventListener('abort', end);
    }),
};
