import { createInterface } from 'node:readline';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import { toRefrainError } from '../../terminal/errors.ts';
import { wrapFor } from '../../terminal/text.ts';
import type { Taken } from './callback-server.ts';
import { readCallbackAddress } from '../../../text/values/callback-address.ts';

/** Reads redirect URLs from a terminal, line by line; a wrong one is said so, and an end of input ends nothing. */
export function takePastes(
  context: Pick<CommandContext, 'stdin' | 'stderr' | 'stderrIsTerminal'>,
  take: (parameters: URLSearchParams) => Taken,
): { close(): void } {
  const { stdin, stderr } = context;
  const folded = wrapFor(context);
  const lines = createInterface({ input: stdin, terminal: false });
  const onEnd = () => stderr.write(folded('No more is read here: only the browser\u2019s way back is waited for.\n'));
  lines.once('close', onEnd);
  lines.on('line', (line) => {
    try {
      const parameters = readCallbackAddress(line);
      const taken = parameters && take(parameters);
      if (typeof taken === 'string') throw new RefrainError(taken);
    } catch (error) {
      stderr.write(folded(`${whyNot(toRefrainError(error))} Still waiting.\n`));
    }
  });
  return {
    close() {
      lines.off('close', onEnd);
      lines.close();
      stdin.pause();
    },
  };
}

function whyNot({ code }: RefrainError): string {
  switch (code) {
    case 'state_mismatch':
      return 'That address belongs to another login than this one.';
    case 'callback_replayed':
      return 'That address was used already.';
    default:
      return 'That is not the address, which begins with http://127.0.0.1.';
  }
}
