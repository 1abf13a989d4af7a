import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ran } from './refrain.ts';

const program = fileURLToPath(new URL('../../dist/cli/refrain.js', import.meta.url));

/** Where a command runs, and what it takes for Spotify. */
export interface Surroundings {
  readonly emulator: { readonly url: string };
  readonly folder: string;
  readonly work: string;
  readonly home: string;
}

/** A command that goes on. */
export interface Started {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves once standard error matches; rejects if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The same of standard output. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** The address of Spotify's page, from the line of its own that it stands on. */
  address(): Promise<string>;
  readonly ended: Promise<Ran & { readonly signal: NodeJS.Signals | null }>;
}

/** Starts the built command, its standard input a pipe that stays open unless `stdin` says what comes, and that it ends. */
export function startRefrain(
  bench: Surroundings,
  args: readonly string[],
  { env = {}, stdin }: { readonly env?: Record<string, string | undefined>; readonly stdin?: string } = {},
): Started {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: bench.work,
    detached: true, // without a terminal to ask on
    stdio: 'pipe',
    env: {
      PATH: process.env['PATH'],
      HOME: bench.folder,
      REFRAIN_HOME: bench.home,
      SPOTIFY_ACCOUNTS_URL: bench.emulator.url,
      SPOTIFY_API_URL: bench.emulator.url,
      ...env,
    },
  });
  const text = { stdout: '', stderr: '' };
  const hearers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (more: string) => {
      text[name] += more;
      for (const hear of hearers) hear();
    });
  }
  child.stdin.on('error', () => {});
  if (stdin !== undefined) child.stdin.end(stdin);
  const ended: Started['ended'] = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, ...text }));
  });
  const until = (name: 'stdout' | 'stderr', pattern: RegExp) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const hear = () => {
        const match = pattern.exec(text[name]);
        if (match) found(match);
      };
      hearers.add(hear);
      hear();
      void ended.then(() => failed(new Error(`It ended before ${name} had ${pattern}:\n${text.stderr}${text.stdout}`)));
    });
  return {
    child,
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    says: (pattern) => until('stderr', pattern),
    prints: (pattern) => until('stdout', pattern),
    address: async () => (await until('stderr', /^http\S+\/authorize\?\S+$/m))[0],
    ended,
  };
}

/** What a browser's tab comes to: it follows every redirect. */
export async function openTab(address: string): Promise<{ readonly url: string; readonly text: string }> {
  const response = await fetch(address);
  return { url: response.url, text: await response.text() };
}

/** The address that Spotify would send the browser back to, not followed. */
export async function callbackOf(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  return response.headers.get('location') ?? '';
}
