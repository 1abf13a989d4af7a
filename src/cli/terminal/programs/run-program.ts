import { spawn } from 'node:child_process';
import { usageError } from '../../context/usage-error.ts';
import { findProgram, type ProgramPlaces } from './find-program.ts';

/** How another program ended. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly code: number | null; readonly stdout: string; readonly stderr: string }
  /** It is not installed, or is not allowed to run. */
  | { readonly kind: 'missing' };

/** How to run another program. It runs in `folder`, and gets `environment`. */
export interface ProgramOptions extends ProgramPlaces {
  /** Written to standard input, the only way to pass a secret. */
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/** Runs another program without a terminal, and waits until it ends. */
export async function runProgram(name: string, args: readonly string[], options: ProgramOptions): Promise<ProgramEnd> {
  const { environment, folder, input = '', signal } = options;
  const path = await findProgram(name, options);
  if (path === undefined) return { kind: 'missing' };
  // Windows can start a script (npm installs `vercel.cmd`) only through its shell.
  const isScript = /\.(?:cmd|bat)$/i.test(path);
  const [file, rest] = isScript ? [[path, ...args].map(quoteCmd).join(' '), []] : [path, args];
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, {
      stdio: 'pipe',
      cwd: folder,
      env: environment,
      shell: isScript,
      windowsHide: true,
      ...(signal && { signal }),
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A program may exit without reading its input; its exit code decides.
    child.stdin.on('error', () => {}).end(input);
    child.once('error', reject);
    child.once('close', (code) => resolve({ kind: 'ended', code, stdout, stderr }));
  });
}

/**
 * Quotes one word for Windows' cmd.exe.
 * @throws RefrainError `wrong_usage` if the word has a character that cmd.exe interprets even inside quotes
 */
export function quoteCmd(word: string): string {
  if (/["%!^\r\n]/.test(word)) throw usageError(`Windows cannot pass \u201c${word.slice(0, 80)}\u201d to a script.`);
  return /^[\w./:=@\\-]+$/.test(word) ? word : `"${word}"`;
}
