/** The source of time. */
export interface EmulatorClock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A clock that follows another one and can be moved forward or back. */
export interface MovableClock extends EmulatorClock {
  /** Moves the clock forward by milliseconds (back, if negative). */
  advance(milliseconds: number): void;
  /** Sets the clock, in epoch milliseconds; it runs on from there. */
  set(now: number): void;
  /** Returns to the real time. */
  reset(): void;
}

export function createMovableClock(base: EmulatorClock): MovableClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    advance: (milliseconds) => void (offset += milliseconds),
    set: (now) => void (offset = now - base.now()),
    reset: () => void (offset = 0),
  };
}
