import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { RefrainBench } from './refrain.ts';
import { allowedOnTerminal } from '../secrets/allowed.ts';
import { searchToo } from '../secrets/search.ts';
import { timeLimits } from '../time-limits.ts';
import { program, variablesIn } from './started.ts';

/** The address of Spotify's consent page on a screen. The line has to be whole: output arrives in pieces. */
export const addressShown = /^(http\S+\/authorize\?\S+)\r?\n/m;

/** Text to type when the screen shows something. */
export interface Typed {
  /** Searched in what the screen has shown since the text before. Must not match half of what it waits for. */
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
  let typing = Promise.resolve();
  const closed = new Promise<void>((done, failed) => {
    child.once('error', failed);
    child.once('close', () => done());
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      shown += chunk;
      since += chunk;
      // One piece of output can hold more than one thing that is waited for.
      for (let match = waiting[0]?.after.exec(since); match; match = waiting[0]?.after.exec(since)) {
        const text = waiting.shift()?.text ?? '';
        since = since.slice(match.index + match[0].length);
        const screen = shown;
        typing = typing.then(async () => {
          child.stdin.write(typeof text === 'string' ? text : await text(screen));
        });
        typing.catch(failed);
      }
    });
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), timeLimits.wait);
  await closed.finally(() => clearTimeout(limit));
  const [missing] = waiting;
  if (missing) throw new Error(`The terminal ended before it showed ${missing.after}.`);
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
