import * as v from 'valibot';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { usageError } from '../../context/usage-error.ts';
import { runProgram } from '../../terminal/programs/run-program.ts';
import { listOf } from '../../terminal/text.ts';
import { hosts } from './hosts.ts';
import { readRepository } from './push-target.ts';
import { describeFailure, runHostProgram, type ProgramContext } from './push-to-host.ts';

const ghRepository = v.object({ nameWithOwner: v.string(), url: v.string() });

/**
 * Finds the GitHub repository of the current folder, as `gh` does. With several git remotes it does not guess, because a
 * wrong guess would give the token to someone else.
 * @throws RefrainError `wrong_usage`, `program_missing`
 */
export async function findRepository(context: ProgramContext): Promise<string> {
  const { childEnvironment: environment, signal } = context;
  // The variable of gh itself: https://cli.github.com/manual/gh_help_environment
  if (environment['GH_REPO']) return readRepository(environment['GH_REPO']);
  const folder = process.cwd();
  const git = await runProgram('git', ['remote'], { environment, signal, folder });
  const remotes = git.kind === 'ended' && git.code === 0 ? git.stdout.split('\n').filter(Boolean) : [];
  if (remotes.length > 1) {
    throw usageError(`This folder has several git remotes: ${listOf(remotes)}. Choose one with --repo OWNER/NAME.`);
  }
  const args = ['repo', 'view', '--json', 'nameWithOwner,url'];
  const end = await runHostProgram(hosts.github, args, { folder, context });
  const cure = 'Choose one with --repo OWNER/NAME.';
  if (end.code !== 0) throw new RefrainError('program_missing', { detail: describeFailure('gh', end), cure });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), ghRepository), end.stdout);
  if (!read.success) {
    throw new RefrainError('program_missing', { detail: 'gh found no repository in this folder.', cure });
  }
  const { nameWithOwner, url } = read.output;
  const host = URL.canParse(url) ? new URL(url).host : 'github.com';
  return host === 'github.com' ? nameWithOwner : `${host}/${nameWithOwner}`;
}
