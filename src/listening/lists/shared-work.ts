import type { Clock } from '../../keeper/platform/clock.ts';

/**
 * Milliseconds after which running work counts as lost. Some platforms stop the work of a request whose visitor has left,
 * so that it neither ends nor fails.
 */
const lostAfter = 30_000;

interface Running<Value> {
  readonly work: Promise<Value>;
  readonly startedAt: number;
}

/** Work that runs once at a time for each key, however many callers ask for its result. */
export class SharedWork<Key, Value = void> {
  readonly #clock: Clock;
  readonly #running = new Map<Key, Running<Value>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The work that is running for a key. */
  find(key: Key): Running<Value> | undefined {
    const running = this.#running.get(key);
    return running && this.#clock.now() - running.startedAt < lostAfter ? running : undefined;
  }

  /** Joins the running work, or starts it. */
  join(key: Key, start: () => Promise<Value>): Promise<Value> {
    return this.find(key)?.work ?? this.replace(key, start);
  }

  /** Starts work in place of what is running. */
  replace(key: Key, start: () => Promise<Value>): Promise<Value> {
    const running: Running<Value> = { work: start(), startedAt: this.#clock.now() };
    const end = () => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    };
    this.#running.set(key, running);
    running.work.then(end, end);
    return running.work;
  }

  /** All running work, except work that counts as lost. */
  all(): readonly Promise<Value>[] {
    for (const key of this.#running.keys()) if (!this.find(key)) this.#running.delete(key);
    return [...this.#running.values()].map(({ work }) => work);
  }
}
