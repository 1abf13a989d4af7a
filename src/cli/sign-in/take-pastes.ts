import { createInterface } from 'node:readline';
import { RefrainError } from '../../spotify/refrain-error.ts';
import type { CommandContext } from '../context.ts';
import { asRefrainError } from '../error-words.ts';
import type { Taken } from './callback-server.ts';
import { parametersOfPasted } from './pasted-address.ts';

/** Reads redirect URLs from a terminal, line by line; a wrong one is said so, and an end of input ends nothing. */
export function takePastes(
  { stdin, stderr }: Pick<CommandContext, 'stdin' | 'stderr'>,
  take: (parameters: URLSearchParams) => Taken,
): { close(): void } {
  const lines = createInterface({ input: stdin, terminal: false });
  lines.on('line', (line) => {
    try {
      const parameters = parametersOfPasted(line);
      const taken = parameters && take(parameters);
      if (typeof taken === 'string') throw new RefrainError(taken);
    } catch (error) {
      stderr.write(`${whyNot(asRefrainError(error))} Still waiting.\n`);
    }
  });
  return {
    close() {
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
