import { createInterface } from 'node:readline';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { readCallbackAddress } from '../../../text/values/callback-address.ts';
import type { CommandContext } from '../../context/context.ts';
import { toRefrainError } from '../../terminal/errors.ts';
import { wrapFor } from '../../terminal/text.ts';
import type { CallbackVerdict } from './callback-server.ts';

/** Reads pasted callback addresses line by line. A wrong one, and the end of the input, do not end the sign-in. */
export function readPastes(
  context: Pick<CommandContext, 'stdin' | 'stderr' | 'stderrIsTerminal'>,
  judgeCallback: (parameters: URLSearchParams) => CallbackVerdict,
): { close(): void } {
  const { stdin, stderr } = context;
  const wrap = wrapFor(context);
  const lines = createInterface({ input: stdin, terminal: false });
  const onEnd = () => stderr.write(wrap('Paste closed; still waiting for the browser.\n'));
  lines.once('close', onEnd);
  lines.on('line', (line) => {
    try {
      const parameters = readCallbackAddress(line);
      const verdict = parameters && judgeCallback(parameters);
      if (typeof verdict === 'string') throw new RefrainError(verdict);
    } catch (error) {
      stderr.write(wrap(`${describeProblem(toRefrainError(error))}\n`));
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

function describeProblem({ code }: RefrainError): string {
  switch (code) {
    case 'state_mismatch':
      return 'This address belongs to another login. Paste the one from this login:';
    case 'callback_replayed':
      return 'This address was already used.';
    default:
      return 'This is not the address: it must start with http://127.0.0.1. Paste it here:';
  }
}
