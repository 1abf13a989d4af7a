import { redactSecrets } from '../../../http/redact.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import { runProgram } from '../../terminal/run-program.ts';

/** What of a context is needed to run GitHub's own command. */
export type ForGh = Pick<CommandContext, 'childEnvironment' | 'signal'>;

/**
 * Runs `gh`, GitHub's own command, and gives what it printed.
 * @param secret written to its standard input, and taken out of its words
 * @throws RefrainError `program_missing` where it is not installed, not signed in, or refused, with its own words
 * @see https://cli.github.com/manual
 */
export async function gh(words: readonly string[], context: ForGh, secret?: string): Promise<string> {
  const { childEnvironment, signal } = context;
  const environment = {
    ...childEnvironment,
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
    CLICOLOR_FORCE: undefined,
    GH_FORCE_TTY: undefined,
    GH_DEBUG: undefined,
    DEBUG: undefined,
  };
  const end = await runProgram('gh', words, { environment, signal, ...(secret !== undefined && { input: secret }) });
  if (end.kind === 'missing') {
    throw new RefrainError('program_missing', {
      detail: 'gh, GitHub\u2019s own command (https://cli.github.com), is not there',
    });
  }
  if (end.code === 0) return end.stdout;
  const said = redactSecrets((end.stderr || end.stdout).trim(), [secret]);
  throw new RefrainError('program_missing', { detail: `gh says: ${said || `nothing, and ended with ${end.code}`}` });
}
