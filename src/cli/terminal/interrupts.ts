import { RefrainError } from '../../errors/refrain-error.ts';
import { untilAborted } from '../../http/deadline.ts';
import type { CommandContext } from '../context/context.ts';
import { wrapFor } from './text.ts';

/** A promise together with the functions that settle it. A rejection before anyone awaits it is not "unhandled". */
export function deferred<Value>(): {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(reason: Error): void;
} {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/**
 * Waits for work that Ctrl-C must not stop, because its result may be the only token that works. The first Ctrl-C
 * prints a note; the second ends the process (see `refrain.ts`).
 */
export async function finishDespiteInterrupt<Value>(
  context: Pick<CommandContext, 'stderr' | 'stderrIsTerminal' | 'signal'>,
  work: Promise<Value>,
): Promise<Value> {
  const { stderr, signal } = context;
  const text = 'Waiting for Spotify\u2019s answer, so that no token is lost. Press Ctrl-C again to stop now.';
  const note = () => stderr.write(`\n${wrapFor(context)(text)}\n`);
  signal.addEventListener('abort', note);
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', note);
  }
}

/** The error for Ctrl-C before anything was saved. */
export function createCancellation(): RefrainError {
  return new RefrainError('interrupted', { detail: 'Cancelled. Nothing was changed.' });
}

/**
 * Waits for work that Ctrl-C may stop, such as reading a pipe that never closes.
 * @throws RefrainError `interrupted`
 */
export function unlessInterrupted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return untilAborted(work, signal, createCancellation);
}

/** Resolves when the signal aborts (Ctrl-C), and keeps the process alive until then. */
export function untilSignal(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const alive = setInterval(() => {}, 2 ** 30);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
