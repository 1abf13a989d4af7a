/** A small cache that drops its oldest entry when it is full: its keys are addresses, which come from strangers. */
export class RecentEntries<Value> extends Map<string, Value> {
  readonly #limit: number;

  /** @param limit entries */
  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  /** Saves a value as the newest entry. */
  override set(key: string, value: Value): this {
    this.delete(key);
    super.set(key, value);
    const [oldest = key] = this.keys();
    if (this.size > this.#limit) this.delete(oldest);
    return this;
  }
}
