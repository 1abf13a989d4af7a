import type { CommandContext } from '../context/context.ts';

const frames = ['\u2014', '\\', '|', '/'];

/** Milliseconds: what is done sooner shows nothing. */
const patience = 200;

/**
 * Shows on a terminal that something is being waited for, while it lasts; elsewhere nothing.
 * @param words one line without its end
 */
export async function whileShowing<Value>(
  { stderr, stderrIsTerminal, signal }: Pick<CommandContext, 'stderr' | 'stderrIsTerminal' | 'signal'>,
  words: string,
  work: Promise<Value>,
): Promise<Value> {
  if (!stderrIsTerminal) return work;
  let shown = 0;
  const timer = setInterval(() => {
    stderr.write(`\r${frames[shown++ % frames.length]} ${words}`);
  }, patience);
  // After Ctrl-C words stand there, which are not to be written over.
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
