import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { RefrainBench } from './refrain.ts';
import { echoed } from '../secrets/allowed.ts';
import { searchToo } from '../secrets/search.ts';
import { program, variablesIn } from './started.ts';

/** Where Spotify is asked for consent, as the command shows it. */
export const addressShown = /^(http\S+\/authorize\?\S+)\r?$/m;

/** What is typed once something stands on the screen. */
export interface Typed {
  readonly after: RegExp;
  /** May depend on all that has been shown. */
  readonly text: string | ((shown: string) => Promise<string>);
}

/** Starts an interactive bash on a terminal of its own (util-linux `script`), types into it, and gives all that it showed. */
export async function atTerminal(
  env: Record<string, string>,
  typed: readonly Typed[],
  cwd = env['HOME'],
): Promise<string> {
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
  searchToo('a terminal', shown, echoed);
  return shown;
}

/** The same with the command on its PATH, in the bench's own folder. */
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
