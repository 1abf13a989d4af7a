import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withAnyPort } from './any-port.ts';
import { searchToo, type SecretSearch } from '../secrets/search.ts';

/** The built command. */
export const program = fileURLToPath(new URL('../../../dist/cli/refrain.js', import.meta.url));

/** The result of a command. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The folder of a command, and its server. */
export interface CommandSetup {
  readonly emulator: { readonly url: string };
  readonly folder: string;
  readonly work: string;
  readonly home: string;
  /** PATH of the command. @default the PATH of this process */
  readonly path?: string;
  /** Searches all output for secrets. */
  readonly search: SecretSearch;
  /** All commands that were started, for `killCommands`. */
  readonly children: ChildProcess[];
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** All of standard input. If absent, standard input is a pipe that stays open. */
  readonly stdin?: string;
  readonly cwd?: string;
}

/** A command that is running. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when standard error matches; rejects if the command ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The same for standard output. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** The address of Spotify's page, which has its own line. */
  address(): Promise<string>;
  readonly ended: Promise<CommandResult & { readonly signal: NodeJS.Signals | null }>;
}

/** The environment variables of every command. */
export const variablesIn = ({ folder, home, path, emulator }: CommandSetup): Record<string, string> => ({
  PATH: path ?? process.env['PATH'] ?? '',
  HOME: folder,
  TMPDIR: folder,
  REFRAIN_HOME: home,
  SPOTIFY_ACCOUNTS_URL: emulator.url,
  SPOTIFY_API_URL: emulator.url,
});

/** Starts the built command. */
export function startRefrain(
  bench: CommandSetup,
  args: readonly string[],
  { env = {}, stdin, cwd = bench.work }: StartOptions = {},
): RunningCommand {
  const child = spawn(process.execPath, [program, ...withAnyPort(args)], {
    cwd,
    detached: true, // without a terminal
    stdio: 'pipe',
    env: { ...variablesIn(bench), ...env },
  });
  bench.children.push(child);
  const text = { stdout: '', stderr: '' };
  bench.search.noteCommand(args, { env, stdin }, { stdout: () => text.stdout, stderr: () => text.stderr });
  const hearers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (more: string) => {
      text[name] += more;
      for (const hear of hearers) hear();
    });
  }
  child.stdin.on('error', () => {});
  if (stdin !== undefined) child.stdin.end(stdin);
  const ended: RunningCommand['ended'] = new Promise((resolve, reject) => {
    child.once('error', reject);
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
    address: async () => (await until('stderr', /^http\S+\/authorize\?\S+\n/m))[0].trimEnd(),
    ended,
  };
}

/** Kills the commands that are still running: a test that failed may have left some. */
export function killCommands({ children }: Pick<CommandSetup, 'children'>): void {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
}

/** Opens an address as a browser tab does, following every redirect. */
export async function openTab(address: string): Promise<{ readonly url: string; readonly text: string }> {
  const response = await fetch(address);
  const tab = { url: response.url, text: await response.text() };
  searchToo('a tab of the browser', `${tab.url}\n${tab.text}`);
  return tab;
}

/** The callback address that Spotify redirects to, without following it. */
export async function callbackOf(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  return response.headers.get('location') ?? '';
}
