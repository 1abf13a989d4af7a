import { basename, dirname } from 'node:path';
import { runProgram } from '../../terminal/programs/run-program.ts';

/**
 * What git does with a file. `tracked`: it is in the repository. `untracked`: the next `git add` adds it. `ignored`: git
 * does not add it. `none`: the file is not in a repository, or git is not installed.
 */
export type GitStatus = 'tracked' | 'untracked' | 'ignored' | 'none';

/**
 * Asks git about the name of a file. Git does not read the file, and the file need not exist.
 * @param environment for git, without secrets
 */
export async function getGitStatus(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<GitStatus> {
  const git = async (...args: string[]) => {
    const result = await runProgram('git', ['-C', dirname(path), ...args, '--', basename(path)], {
      environment,
      folder: process.cwd(),
    });
    return result.kind === 'ended' ? result.code : undefined;
  };
  if ((await git('--literal-pathspecs', 'ls-files', '--error-unmatch')) === 0) return 'tracked';
  switch (await git('check-ignore', '-q')) {
    case 0:
      return 'ignored';
    case 1:
      return 'untracked';
    default:
      return 'none';
  }
}
