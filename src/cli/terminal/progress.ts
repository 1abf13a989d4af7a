import type { CommandContext } from '../context/context.ts';

const frames = ['\u2014', '\\', '|', '/'];

/** Milliseconds between frames, and before the first one: fast work shows nothing. */
const frameTime = 200;

/**
 * Shows a spinner and a text on the terminal while the work runs. Shows nothing without a terminal.
 * @param text one line without a line break
 */
export async function whileShowing<Value>(
  { stderr, stderrIsTerminal, signal }: Pick<CommandContext, 'stderr' | 'stderrIsTerminal' | 'signal'>,
  text: string,
  work: Promise<Value>,
): Promise<Value> {
  if (!stderrIsTerminal) return work;
  let shown = 0;
  const timer = setInterval(() => {
    stderr.write(`\r${frames[shown++ % frames.length]} ${text}`);
  }, frameTime);
  // After Ctrl-C a message may follow on this line, which must not be overwritten.
  const end = () => {
    clearInterval(timer);
    if (shown > 0) stderr.write('\r\u001B[K');
    shown = 0;
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
