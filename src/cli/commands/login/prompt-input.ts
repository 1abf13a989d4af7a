import type { Readable } from 'node:stream';
import type { Output } from '../../context/context.ts';

/**
 * Asks one question. @clack/prompts waits forever if the input ends (Ctrl-D on an empty line, a closed terminal), so the
 * question is aborted then. After Ctrl-Z and `fg` it goes on.
 * @param prompt ends when its signal is aborted
 */
export async function endWithInput<Value>(
  { stdin, stderr, signal }: { readonly stdin: Readable; readonly stderr: Output; readonly signal: AbortSignal },
  prompt: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const inputEnd = new AbortController();
  let isAnswered = false;
  let isContinuing = false;
  const onPause = () => {
    if (isContinuing) return;
    // The input also pauses after an answer.
    setImmediate(() => {
      if (!isAnswered) inputEnd.abort();
    });
  };
  const onContinue = () => {
    isContinuing = true;
    // After readline's own handler, which pauses the input.
    setImmediate(() => {
      isContinuing = false;
      if (isAnswered) return;
      stdin.resume();
      stderr.write('\n(Continue with the question above.)\n');
    });
  };
  stdin.on('pause', onPause);
  process.on('SIGCONT', onContinue);
  try {
    return await prompt(AbortSignal.any([signal, inputEnd.signal]));
  } finally {
    isAnswered = true;
    stdin.off('pause', onPause);
    process.off('SIGCONT', onContinue);
  }
}
