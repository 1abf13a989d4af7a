import type { Readable } from 'node:stream';
import type { Output } from '../../context/context.ts';

/**
 * One question, asked so that it ends whatever the terminal does: where nothing more can be typed (Ctrl-D on an empty
 * line, a terminal that is gone) it is broken off, which @clack/prompts leaves open for ever; stopped by Ctrl-Z and taken
 * up again by `fg`, it goes on.
 * @param ask asks, and gives up when its signal is aborted
 */
export async function answered<Value>(
  { stdin, stderr, signal }: { readonly stdin: Readable; readonly stderr: Output; readonly signal: AbortSignal },
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const over = new AbortController();
  let isAnswered = false;
  let isContinued = false;
  const onPause = () => {
    if (isContinued) return;
    // A question that was answered lets go of its input as well.
    setImmediate(() => {
      if (!isAnswered) over.abort();
    });
  };
  const onContinue = () => {
    isContinued = true;
    // After readline, which lets go of its input here and leaves it to others to take it up again.
    setImmediate(() => {
      isContinued = false;
      if (isAnswered) return;
      stdin.resume();
      stderr.write('\n(Going on with the question above.)\n');
    });
  };
  stdin.on('pause', onPause);
  process.on('SIGCONT', onContinue);
  try {
    return await ask(AbortSignal.any([signal, over.signal]));
  } finally {
    isAnswered = true;
    stdin.off('pause', onPause);
    process.off('SIGCONT', onContinue);
  }
}
