/** Standard output and standard error, each made when first touched. */
export class Outputs {
  readonly #touched = new Set<NodeJS.WriteStream>();

  touch(name: 'stdout' | 'stderr'): NodeJS.WriteStream {
    const stream = process[name];
    if (!this.#touched.has(stream)) {
      this.#touched.add(stream);
      // A terminal without a size (`script`, some containers) says 0, and a prompt would put each letter on its own line.
      if (stream.isTTY && !stream.columns) Object.assign(stream, { columns: 80, rows: 24 });
      stream.on('error', (error: NodeJS.ErrnoException) => {
        // A reader that has seen enough (`| head -1`) is no failure.
        if (error.code === 'EPIPE') process.exit();
        if (name === 'stdout') process.stderr.write(`Standard output could not be written (${error.code}).\n`);
        process.exit(1);
      });
    }
    return stream;
  }

  /** Resolves once all that was written has left this process. */
  async written(): Promise<void> {
    await Promise.all([...this.#touched].map((stream) => new Promise<void>((done) => stream.write('', () => done()))));
  }
}
