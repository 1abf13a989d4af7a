import { isatty } from 'node:tty';
import type { Environment } from '../context/environment.ts';

/** The parts of this process that commands use, ready before the command line is read. */
export interface CommandProcess {
  readonly environment: Environment;
  /** `process.env` without the secrets. */
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
  readonly outputs: Outputs;
  /** The folder of this package, with a trailing slash. */
  readonly packageFolder: URL;
  /** Aborts on Ctrl-C, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
}

/** Standard output and standard error; each stream is opened when it is first used. */
export class Outputs {
  readonly stdinIsTerminal = isatty(0);
  readonly stdoutIsTerminal = isatty(1);
  readonly stderrIsTerminal = isatty(2);
  readonly #opened = new Set<NodeJS.WriteStream>();
  #stdoutError: string | undefined;

  get stdout(): NodeJS.WriteStream {
    return this.#open('stdout');
  }

  get stderr(): NodeJS.WriteStream {
    return this.#open('stderr');
  }

  /** Columns of the terminal on standard error; undefined if it is not a terminal. */
  get stderrColumns(): number | undefined {
    return this.stderrIsTerminal ? (this.stderr.columns ?? 80) : undefined;
  }

  /**
   * Waits until all output has been written.
   * @returns false if standard output did not get all of it; standard error then says so. A closed pipe is not a failure
   */
  async flush(): Promise<boolean> {
    const flushOpened = () =>
      Promise.all([...this.#opened].map((stream) => new Promise<void>((done) => stream.write('', () => done()))));
    await flushOpened();
    if (this.#stdoutError === undefined) return true;
    this.stderr.write(`Standard output could not be written (${this.#stdoutError}).\n`);
    await flushOpened();
    return false;
  }

  #open(name: 'stdout' | 'stderr'): NodeJS.WriteStream {
    const stream = process[name];
    if (!this.#opened.has(stream)) {
      this.#opened.add(stream);
      // Some terminals (`script`, some containers) report 0 columns, and a prompt would put each letter on its own line.
      if (stream.isTTY && !stream.columns) Object.assign(stream, { columns: 80, rows: 24 });
      // An error of a stream (such as a closed terminal) must not end the process, because it may be receiving a token.
      // A closed pipe (`| head -1`) is not reported, and an error of standard error cannot be.
      stream.on('error', ({ code }: NodeJS.ErrnoException) => {
        if (name === 'stdout' && code !== 'EPIPE') this.#stdoutError ??= code ?? 'unknown';
      });
    }
    return stream;
  }
}
