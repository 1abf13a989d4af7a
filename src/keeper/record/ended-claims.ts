const maxClaims = 64;

/**
 * Claims that have ended, and whether the store may still hold one of them.
 *
 * If the write of a claim fails, the store may have the claim anyway, or get it later. No request is sent for it, so it
 * must be removed. Only a read that starts after the write has ended shows whether it is there.
 */
export class EndedClaims {
  /** Only the last claims, so that it stays small in a process that runs for months. */
  readonly #ids = new Set<string>();
  #uncertainWrites = 0;
  #checkedWrites = 0;
  /** Writes that timed out. The store may still apply them. */
  readonly #runningWrites = new Set<Promise<boolean>>();

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#ids.delete(id);
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > maxClaims && oldest !== undefined) this.#ids.delete(oldest);
  }

  /** How many writes of a claim have failed. */
  get uncertainWrites(): number {
    return this.#uncertainWrites;
  }

  /** Whether the store may hold a claim that no read has looked for. */
  get isCheckNeeded(): boolean {
    return this.#uncertainWrites > this.#checkedWrites || this.#runningWrites.size > 0;
  }

  /** @param write the store's own promise, which may settle after the deadline */
  addUncertainWrite(write: Promise<boolean> | undefined): void {
    this.#uncertainWrites++;
    if (!write) return;
    const end = (mayBeWritten: boolean) => {
      this.#runningWrites.delete(write);
      if (mayBeWritten) this.#uncertainWrites++;
    };
    this.#runningWrites.add(write);
    write.then(end, () => end(true));
  }

  /** Call this when a read has removed all claims that the first `uncertainWrites` may have left. */
  markChecked(uncertainWrites: number): void {
    this.#checkedWrites = Math.max(uncertainWrites, this.#checkedWrites);
  }
}
