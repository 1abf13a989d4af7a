import * as v from 'valibot';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { redactSecrets } from '../../../http/redact.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';
import { runProgram } from '../../terminal/run-program.ts';
import { listOf } from '../../terminal/text.ts';
import { readRepository, type PushTarget } from './push-target.ts';

type GhContext = Pick<CommandContext, 'childEnvironment' | 'signal'>;

const ghRepository = v.object({ nameWithOwner: v.string(), url: v.string() });

/**
 * Finds the repository of the current folder, as `gh` does. With several git remotes it does not guess, because a wrong
 * guess would give the token to someone else.
 * @throws RefrainError `wrong_usage`, `program_missing`
 */
export async function findRepository(context: GhContext): Promise<string> {
  const { childEnvironment: environment, signal } = context;
  // The variable of gh itself: https://cli.github.com/manual/gh_help_environment
  if (environment['GH_REPO']) return readRepository(environment['GH_REPO']);
  const git = await runProgram('git', ['remote'], { environment, signal });
  const remotes = git.kind === 'ended' && git.code === 0 ? git.stdout.split('\n').filter(Boolean) : [];
  if (remotes.length > 1) {
    throw usageError(`This folder has several git remotes: ${listOf(remotes)}. Choose one with --repo OWNER/NAME.`);
  }
  const answer = await gh(['repo', 'view', '--json', 'nameWithOwner,url'], context);
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), ghRepository), answer);
  if (!read.success) {
    const [detail, cure] = ['gh found no repository in this folder.', 'Choose one with --repo OWNER/NAME.'];
    throw new RefrainError('program_missing', { detail, cure });
  }
  const { nameWithOwner, url } = read.output;
  const host = URL.canParse(url) ? new URL(url).host : 'github.com';
  return host === 'github.com' ? nameWithOwner : `${host}/${nameWithOwner}`;
}

/**
 * Saves the variables as secrets of GitHub Actions, one `gh secret set` after the other, each value on standard input. If
 * one fails, those before it stay, and the error names them.
 * @returns the names of the variables
 * @throws RefrainError `program_missing`
 */
export async function pushToGithub(
  variables: Readonly<Record<VariableName, string | undefined>>,
  { location, environment }: PushTarget,
  context: GhContext,
): Promise<readonly VariableName[]> {
  const saved: VariableName[] = [];
  const target = [`--repo=${location}`, ...(environment === undefined ? [] : [`--env=${environment}`])];
  for (const name of variableNames) {
    const value = variables[name];
    if (value === undefined) continue;
    try {
      await gh(['secret', 'set', name, ...target], context, value);
    } catch (error) {
      if (!isRefrainError(error) || saved.length === 0) throw error;
      const detail = `Saved ${listOf(saved)}, but not ${name}. ${error.detail ?? ''}`;
      throw new RefrainError(error.code, { detail, cure: error.cure });
    }
    saved.push(name);
  }
  return saved;
}

/**
 * Runs GitHub's command `gh` and returns its standard output.
 * @param secret for its standard input; it is removed from errors
 * @throws RefrainError `program_missing` if gh is not installed, not signed in, or fails
 * @see https://cli.github.com/manual
 */
async function gh(args: readonly string[], context: GhContext, secret?: string): Promise<string> {
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
  const end = await runProgram('gh', args, { environment, signal, ...(secret !== undefined && { input: secret }) });
  if (end.kind === 'missing') {
    const cure = 'Install it from https://cli.github.com and run `gh auth login`.';
    throw new RefrainError('program_missing', { detail: 'gh is not installed.', cure });
  }
  if (end.code === 0) return end.stdout;
  const output =
    redactSecrets((end.stderr || end.stdout).trim().replace(/\s+/g, ' '), [secret]) || `exit code ${end.code}`;
  throw new RefrainError('program_missing', {
    detail: `gh failed: ${output.replace(/([^.!?])$/, '$1.')}`,
    cure: 'Fix what gh reports, then try again.',
  });
}
