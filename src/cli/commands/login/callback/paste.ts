import { createInterface } from 'node:readline';
import type { ErrorCode } from '../../../../errors/error-table.ts';
import { readCallbackAddress } from '../../../../text/values/callback-address.ts';
import type { CommandContext } from '../../../context/context.ts';
import { toRefrainError } from '../../../terminal/errors.ts';
import { wrapFor } from '../../../terminal/text.ts';
import type { CallbackJudge } from './callback-server.ts';
import { describePaste } from './describe-paste.ts';

/**
 * Reads pasted callback addresses line by line. Only an answer of Spotify ends the sign-in. For anything else it says what
 * the text is. The end of the input changes nothing.
 * @param redirectUri the one that was sent
 */
export function readPastes(
  redirectUri: string,
  context: Pick<CommandContext, 'stdin' | 'stderr' | 'stderrIsTerminal' | 'endpoints'>,
  judgeCallback: CallbackJudge,
): { close(): void } {
  const { stdin, stderr, endpoints } = context;
  const wrap = wrapFor(context);
  const lines = createInterface({ input: stdin, terminal: false });
  const onEnd = () => stderr.write(wrap('Paste closed; still waiting for the browser.\n'));
  lines.once('close', onEnd);
  lines.on('line', (line) => {
    const problem = judgePaste(line, judgeCallback);
    if (problem) stderr.write(wrap(`${describePaste(line, problem, { redirectUri, endpoints })}\n`));
  });
  return {
    close() {
      lines.off('close', onEnd);
      lines.close();
      stdin.pause();
    },
  };
}

/** @returns why the line was not used; undefined if it was, or is empty */
function judgePaste(line: string, judgeCallback: CallbackJudge): ErrorCode | undefined {
  try {
    const parameters = readCallbackAddress(line);
    const verdict = parameters && judgeCallback(parameters);
    return typeof verdict === 'string' ? verdict : undefined;
  } catch (error) {
    return toRefrainError(error).code;
  }
}
