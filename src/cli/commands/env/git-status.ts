import { basename, dirname } from 'node:path';
import { runProgram } from '../../terminal/programs/run-program.ts';

/**
 * What git does with a file: `tracked` in the repository, `untracked` but added by the next `git add`, or `ignored`. `none`
 * without a repository or without git.
 */
export type GitStatus = 'tracked' | 'untracked' | 'ignored' | 'none';

/**
 * Asks git about a file by its name. Git does not read the file.
 * @param environment for git, without secrets
 */
export async function gitStatusOf(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<GitStatus> {
  const git = async (...args: string[]) => {
    const end = await runProgram('git', ['-C', dirname(path), ...args, '--', basename(path)], {
      environment,
      folder: process.cwd(),
    });
    return end.kind === 'ended' ? end.code : undefined;
  };
  if ((await git('--literal-pathspecs', 'ls-files', '--error-unmatch')) === 0) return 'tracked';
  const code = await git('check-ignore', '-q');
  return code === 0 ? 'ignored' : code === 1 ? 'untracked' : 'none';
}
