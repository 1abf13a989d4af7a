/** A small cache that drops its oldest entry when it is full: its keys are addresses, which come from strangers. */
export class RecentEntries<Value> {
  readonly #limit: number;
  readonly #entries = new Map<string, Value>();

  /** @param limit entries */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  clear(): void {
    this.#entries.clear();
  }
}
