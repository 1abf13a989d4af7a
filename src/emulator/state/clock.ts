/** Where the time comes from. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A clock that runs as another does, and can be put forward or back. */
export interface MovableClock extends Clock {
  /** Puts the clock forward by so many milliseconds (back, if negative). */
  advance(milliseconds: number): void;
  /** Sets the clock to a moment, epoch milliseconds; it runs on from there. */
  set(now: number): void;
  /** Tells the real time again. */
  reset(): void;
}

export const day = 86_400_000;

export function createMovableClock(base: Clock): MovableClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    advance: (milliseconds) => void (offset += milliseconds),
    set: (now) => void (offset = now - base.now()),
    reset: () => void (offset = 0),
  };
}
