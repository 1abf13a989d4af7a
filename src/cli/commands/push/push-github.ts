import * as v from 'valibot';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';
import { listOf } from '../../terminal/text.ts';
import { runProgram } from '../../terminal/run-program.ts';
import { usageError } from '../../context/usage-error.ts';
import { gh, type ForGh } from './gh.ts';
import { repositoryNamed, type Place } from './place.ts';

const found = v.object({ nameWithOwner: v.string(), url: v.string() });

/**
 * The repository of the folder where the command runs, as `gh` finds it. Where git knows several remotes there is no
 * guessing: a secret in the wrong repository is one given away.
 * @throws RefrainError `wrong_usage`, `program_missing`
 */
export async function findRepository(context: ForGh): Promise<string> {
  const { childEnvironment: environment, signal } = context;
  // As gh itself has it: https://cli.github.com/manual/gh_help_environment
  if (environment['GH_REPO']) return repositoryNamed(environment['GH_REPO']);
  const git = await runProgram('git', ['remote'], { environment, signal });
  const remotes = git.kind === 'ended' && git.code === 0 ? git.stdout.split('\n').filter(Boolean) : [];
  if (remotes.length > 1) {
    throw usageError(`This folder has several remotes (${listOf(remotes)}). Say which: --repo OWNER/NAME`);
  }
  const answer = await gh(['repo', 'view', '--json', 'nameWithOwner,url'], context);
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), found), answer);
  if (!read.success) throw new RefrainError('program_missing', { detail: 'gh names no repository here' });
  const { nameWithOwner, url } = read.output;
  const host = URL.canParse(url) ? new URL(url).host : 'github.com';
  return host === 'github.com' ? nameWithOwner : `${host}/${nameWithOwner}`;
}

/**
 * Sets the variables as secrets of GitHub Actions, each on the standard input of `gh secret set`, one after the other:
 * should one fail, those before it stand, and the error names them.
 * @returns the names that were set
 * @throws RefrainError `program_missing`
 */
export async function pushToGithub(
  variables: Readonly<Record<VariableName, string | undefined>>,
  { where, environment }: Place,
  context: ForGh,
): Promise<readonly VariableName[]> {
  const done: VariableName[] = [];
  const to = [`--repo=${where}`, ...(environment === undefined ? [] : [`--env=${environment}`])];
  for (const name of variableNames) {
    const value = variables[name];
    if (value === undefined) continue;
    try {
      await gh(['secret', 'set', name, ...to], context, value);
    } catch (error) {
      if (!(error instanceof RefrainError) || done.length === 0) throw error;
      throw new RefrainError(error.code, { detail: `${listOf(done)} set, ${name} not. ${error.detail ?? ''}` });
    }
    done.push(name);
  }
  return done;
}
