import { isRefrainError } from '../../errors/refrain-error.ts';
import type { CommandContext } from '../context/context.ts';
import { wrapFor } from '../terminal/text.ts';

/**
 * Waits for a fact to be saved beside a token that is safe already. If it cannot be saved, standard error says so in one
 * line and the command goes on: it has done what the user asked for.
 * @param loss what is not saved, without a full stop
 * @param cure what the user can do, as a sentence
 * @returns whether it was saved
 */
export async function warnIfUnsaved(
  saving: Promise<unknown>,
  loss: string,
  context: Pick<CommandContext, 'stderr' | 'stderrIsTerminal'>,
  cure = '',
): Promise<boolean> {
  try {
    await saving;
    return true;
  } catch (error) {
    if (!isRefrainError(error)) throw error;
    const line = `${loss}: ${error.detail ?? error.message}`.replace(/\.?$/, '.');
    context.stderr.write(wrapFor(context)(`${line}${cure && ` ${cure}`}\n`));
    return false;
  }
}
