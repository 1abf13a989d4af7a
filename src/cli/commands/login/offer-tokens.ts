import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { getExitCode } from '../../context/exit-code.ts';
import { getCure } from '../../terminal/cures.ts';
import { errorDocument, formatError } from '../../terminal/errors.ts';
import type { SignInFlags } from './flags.ts';
import { formatTokens, toTokenDocument, type PrintableTokens } from './print-tokens.ts';
import { createPrompts } from './prompts.ts';

/**
 * Prints tokens that could not be saved, if the user wants it: only another sign-in could replace them.
 * @param error why they could not be saved
 * @throws `error` if the user does not want it, or cannot be asked
 */
export async function offerTokens(
  error: RefrainError,
  tokens: PrintableTokens,
  { print }: Pick<SignInFlags, 'print'>,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { isTerminal, json, colour, clock, stderr, stderrIsTerminal } = context;
  const columns = stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
  const message = formatError(error, { ...context, colour, now: clock.now(), columns });
  const exitCode = getExitCode(error.code);
  const document = { ...toTokenDocument(tokens), ...errorDocument(error, context) };
  if (print) return { data: document, text: json ? '' : formatTokens(print, tokens), messages: message, exitCode };
  if (!isTerminal || json) {
    const { code, detail = '' } = error;
    const cure = `${getCure(error, context)} The new token is lost: add --print env, which prints it also in this case.`;
    throw new RefrainError(code, { detail, cause: error.cause, cure });
  }
  stderr.write(message);
  const isPrinted = await (await createPrompts(context)).printsToken();
  return { data: document, text: isPrinted ? formatTokens('env', tokens) : '', exitCode };
}
