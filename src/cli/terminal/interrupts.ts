import type { CommandContext } from '../context/context.ts';
import { wrapFor } from './fold-for.ts';

/**
 * Waits for what is not to be broken off, since its answer may hold the only token that works: Ctrl-C is answered, and a
 * second one ends the command.
 */
export async function finishDespiteInterrupt<Value>(
  context: Pick<CommandContext, 'stderr' | 'stderrIsTerminal' | 'signal'>,
  work: Promise<Value>,
): Promise<Value> {
  const { stderr, signal } = context;
  const words = 'Waiting for Spotify\u2019s answer, so that no token is lost. Ctrl-C again ends it at once.';
  const note = () => stderr.write(`\n${wrapFor(context)(words)}\n`);
  signal.addEventListener('abort', note);
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', note);
  }
}
