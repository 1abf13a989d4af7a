import { spawn } from 'node:child_process';

/** How another program ended. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly code: number | null; readonly stdout: string; readonly stderr: string }
  /** It is not installed, or is not allowed to run. */
  | { readonly kind: 'missing' };

/**
 * Runs another program to its end, without a shell and without a terminal.
 * @param options `input`: written to standard input, the only way to pass a secret
 */
export function runProgram(
  name: string,
  args: readonly string[],
  options: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly input?: string;
    readonly signal?: AbortSignal;
  },
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const { environment, input = '', signal } = options;
    const child = spawn(name, args, { stdio: 'pipe', env: environment, windowsHide: true, ...(signal && { signal }) });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A program may exit without reading its input; its exit code decides.
    child.stdin.on('error', () => {}).end(input);
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ kind: 'missing' });
      else reject(error);
    });
    child.once('close', (code) => resolve({ kind: 'ended', code, stdout, stderr }));
  });
}
