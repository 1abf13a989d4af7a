import { spawn } from 'node:child_process';

/** What is typed once something stands on the screen. */
export interface Typed {
  readonly after: RegExp;
  readonly text: string;
}

/** Starts an interactive bash on a terminal of its own (util-linux `script`), types into it, and gives all that it showed. */
export async function atTerminal(env: Record<string, string>, typed: readonly Typed[]): Promise<string> {
  const child = spawn('script', ['-qec', 'bash --norc --noprofile -i', '/dev/null'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { TERM: 'dumb', PS1: 'ready> ', ...env },
  });
  const waiting = [...typed];
  let shown = '';
  let since = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk;
    since += chunk;
    const [next] = waiting;
    if (next === undefined || !next.after.test(since)) return;
    waiting.shift();
    since = '';
    child.stdin.write(next.text);
  });
  await new Promise<void>((done, failed) => {
    child.once('error', failed);
    child.once('close', () => done());
  });
  return shown;
}
