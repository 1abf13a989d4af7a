/**
 * Counts writes of a claim that failed. The store may hold such a claim all the same, or get it later. Nothing is sent
 * for it, so it must be removed. Only a read that starts after the write has ended shows whether it is there.
 */
export class UncertainWrites {
  #count = 0;
  #checked = 0;
  /** Writes that timed out. The store may still apply them. */
  readonly #running = new Set<Promise<boolean>>();

  get count(): number {
    return this.#count;
  }

  /** Whether the store may hold a claim that nobody has looked for since. */
  get areUnchecked(): boolean {
    return this.#count > this.#checked || this.#running.size > 0;
  }

  /** @param write the store's own promise, which may settle later than the deadline */
  add(write: Promise<boolean> | undefined): void {
    this.#count++;
    if (!write) return;
    const end = (mayBeWritten: boolean) => {
      this.#running.delete(write);
      if (mayBeWritten) this.#count++;
    };
    this.#running.add(write);
    write.then(end, () => end(true));
  }

  /** A read has removed what the first `count` writes may have left. */
  markChecked(count: number): void {
    this.#checked = Math.max(count, this.#checked);
  }
}
