import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';

/**
 * What git would do with a file: `tracked`, it is in the repository already; `untracked`, the next `git add` takes it
 * in; `ignored`; `none`, there is no repository here or no git.
 */
export type GitStatus = 'tracked' | 'untracked' | 'ignored' | 'none';

/**
 * Asks git about a file; nothing of it is read.
 * @param environment what git gets: without secrets
 */
export async function gitStatusOf(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<GitStatus> {
  const ask = (...words: string[]) => exitCodeOf(['-C', dirname(path), ...words, '--', basename(path)], environment);
  if ((await ask('--literal-pathspecs', 'ls-files', '--error-unmatch')) === 0) return 'tracked';
  switch (await ask('check-ignore', '-q')) {
    case 0:
      return 'ignored';
    case 1:
      return 'untracked';
    default:
      return 'none';
  }
}

function exitCodeOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', words, { stdio: 'ignore', env: environment, windowsHide: true });
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code ?? undefined));
  });
}
