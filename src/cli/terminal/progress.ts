import type { CommandContext } from '../context/context.ts';
import { cut } from './text.ts';

const frames = ['\u2014', '\\', '|', '/'];

/** Milliseconds between frames, and before the first one: fast work shows nothing. */
const frameTime = 200;

/**
 * Shows a spinner and a text on the terminal while the work runs, cut to the width of the terminal. Any other line that
 * is written there clears it first. Shows nothing without a terminal that can replace a line.
 * @param text one line without a line break
 */
export async function whileShowing<Value>(
  { stderr, canRedraw, signal }: Pick<CommandContext, 'stderr' | 'canRedraw' | 'signal'>,
  text: string,
  work: Promise<Value>,
): Promise<Value> {
  if (!canRedraw) return work;
  const write = stderr.write.bind(stderr);
  let drawn = 0;
  let isShown = false;
  const clear = () => {
    if (isShown) write('\r\u001B[K');
    isShown = false;
  };
  const timer = setInterval(() => {
    // A text in the last column would make some terminals begin a new line.
    write(`\r${cut(`${frames[drawn++ % frames.length]} ${text}`, (stderr.columns ?? 80) - 1)}`);
    isShown = true;
  }, frameTime);
  const hook: typeof stderr.write = (...args) => {
    clear();
    return write(...args);
  };
  const original = stderr.write;
  stderr.write = hook;
  // After Ctrl-C a message may follow on this line, which must not be overwritten.
  const end = () => {
    clearInterval(timer);
    clear();
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', end);
    end();
    if (stderr.write === hook) stderr.write = original;
  }
}
