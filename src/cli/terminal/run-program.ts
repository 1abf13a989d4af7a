import { spawn } from 'node:child_process';

/** What another program came to. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly code: number | null; readonly stdout: string; readonly stderr: string }
  /** It is not installed, or may not be started. */
  | { readonly kind: 'missing' };

/**
 * Runs another program to its end, without a shell and without a terminal.
 * @param input written to its standard input: the only way in which a secret is handed over
 */
export function runProgram(
  name: string,
  words: readonly string[],
  given: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly input?: string;
    readonly signal?: AbortSignal;
  },
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const { environment, input = '', signal } = given;
    const child = spawn(name, words, { stdio: 'pipe', env: environment, windowsHide: true, ...(signal && { signal }) });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // One that ends without reading is judged by how it ends.
    child.stdin.on('error', () => {}).end(input);
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ kind: 'missing' });
      else reject(error);
    });
    child.once('close', (code) => resolve({ kind: 'ended', code, stdout, stderr }));
  });
}
