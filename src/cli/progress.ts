import type { CommandContext } from './context.ts';

const frames = ['\u2014', '\\', '|', '/'];

/** Milliseconds: what is done sooner shows nothing. */
const patience = 200;

/**
 * Shows on a terminal that something is being waited for, while it lasts; elsewhere nothing.
 * @param words one line without its end
 */
export async function whileShowing<Value>(
  { stderr, stderrIsTerminal }: Pick<CommandContext, 'stderr' | 'stderrIsTerminal'>,
  words: string,
  work: Promise<Value>,
): Promise<Value> {
  if (!stderrIsTerminal) return work;
  let shown = 0;
  const timer = setInterval(() => {
    stderr.write(`\r${frames[shown++ % frames.length]} ${words}`);
  }, patience);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (shown > 0) stderr.write('\r\u001B[K');
  }
}
