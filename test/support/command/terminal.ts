import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { RefrainBench } from './refrain.ts';
import { allowedOnTerminal } from '../secrets/allowed.ts';
import { searchToo } from '../secrets/search.ts';
import { program, variablesIn } from './started.ts';

/** The address of Spotify's consent page on a screen. */
export const addressShown = /^(http\S+\/authorize\?\S+)\r?$/m;

/** Text to type when the screen shows something. */
export interface Typed {
  readonly after: RegExp;
  /** Can depend on the screen so far. */
  readonly text: string | ((shown: string) => Promise<string>);
}

/** Starts an interactive bash on its own terminal (util-linux `script`), types into it, and returns all that it showed. */
async function atTerminal(env: Record<string, string>, typed: readonly Typed[], cwd = env['HOME']): Promise<string> {
  const child = spawn('script', ['-qec', 'bash --norc --noprofile -i', '/dev/null'], {
    cwd,
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
    const { text } = next;
    if (typeof text === 'string') child.stdin.write(text);
    else void text(shown).then((typed) => child.stdin.write(typed));
  });
  await new Promise<void>((done, failed) => {
    child.once('error', failed);
    child.once('close', () => done());
  });
  searchToo('a terminal', shown, allowedOnTerminal);
  return shown;
}

/** The same in the bench's folder, with the command on the PATH. */
export async function atTerminalOf(
  bench: RefrainBench,
  typed: readonly Typed[],
  more: Record<string, string> = {},
): Promise<string> {
  const bin = join(bench.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, 'refrain'))) symlinkSync(program, join(bin, 'refrain'));
  const env = { ...variablesIn(bench), PATH: `${bin}:${bench.path}`, TERM: 'xterm', ...more };
  return atTerminal(env, typed, bench.work);
}
