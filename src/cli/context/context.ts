import { homedir } from 'node:os';
import type { Readable } from 'node:stream';
import { machineFileSystem, type FileSystem } from '../../keeper/stores/file/file-system.ts';
import { systemClock, type Clock } from '../../keeper/platform/clock.ts';
import type { Endpoints } from '../../spotify/endpoints.ts';
import type { CommandProcess } from '../main/process.ts';
import { openBrowser } from '../terminal/programs/browser.ts';
import { createCommandText, type CommandText, type Subject } from './command-text.ts';
import { fillFromToken, homeFolder, readEndpoints, type Environment } from './environment.ts';

/** A stream that text is written to. */
export interface Output {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

/** What the command line asks of every command. */
export interface CommonOptions {
  /** The name of the command. */
  readonly command: string;
  /** The profile to use. */
  readonly profile: string;
  /** Whether `--profile` was given. */
  readonly profileIsNamed: boolean;
  /** Whether to print one JSON document on standard output. */
  readonly json: boolean;
}

/** Everything a command uses outside its own code, so that a test can replace all of it. */
export interface CommandContext extends CommonOptions {
  readonly environment: Environment;
  /** The record that messages are about. At first the profile of the command line. */
  readonly subject: Subject;
  /** Environment variables for child processes, without the secrets. */
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
  /** Spotify's addresses, or those of another server. */
  readonly endpoints: Endpoints;
  /** The folder that holds `profiles/` and `variables/`; it may not exist. */
  readonly home: string;
  /** The folder of this package, with a trailing slash. */
  readonly packageFolder: URL;
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether questions can be asked: standard input and standard error are terminals. */
  readonly isTerminal: boolean;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Whether a line on standard error can be replaced: a terminal that is not dumb. */
  readonly canRedraw: boolean;
  /** Whether text on standard error may be coloured: a terminal, without NO_COLOR. */
  readonly colour: boolean;
  readonly platform: NodeJS.Platform;
  readonly fetch: typeof fetch;
  /** Where tokens are saved. */
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  /** Opens an address in the browser. Returns false if no browser could be started; see `terminal/programs/browser.ts`. */
  openBrowser(url: string, onFailed?: () => void): Promise<boolean>;
  /** Aborts on Ctrl-C, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
  /** Formats a command that the user can copy, for the record of this run. */
  readonly refrain: CommandText;
}

/**
 * The context of one command run.
 * @param subject the record that messages are about
 * @throws RefrainError `endpoint_refused` if SPOTIFY_ACCOUNTS_URL or SPOTIFY_API_URL is not valid
 */
export function createCommandContext(
  run: CommandProcess,
  options: CommonOptions,
  subject: Subject & Pick<CommandProcess, 'childEnvironment' | 'packageFolder'>,
): CommandContext {
  const { childEnvironment, outputs, packageFolder, signal } = run;
  const environment = fillFromToken(run.environment, (line) => outputs.stderr.write(line));
  const { stdinIsTerminal, stdoutIsTerminal, stderrIsTerminal } = outputs;
  return {
    ...options,
    environment,
    subject,
    childEnvironment,
    endpoints: readEndpoints(environment),
    // Found when it is needed: some commands need none, and a user may have none.
    get home() {
      return homeFolder(environment, process.platform, homedir);
    },
    packageFolder,
    // Node creates each stream when it is first read, and that takes time.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return outputs.stdout;
    },
    get stderr() {
      return outputs.stderr;
    },
    isTerminal: stdinIsTerminal && stderrIsTerminal,
    stdinIsTerminal,
    stdoutIsTerminal,
    stderrIsTerminal,
    canRedraw: stderrIsTerminal && !environment.isDumb,
    colour: stderrIsTerminal && !environment.noColor,
    platform: process.platform,
    fetch: (input, init) => fetch(input, init),
    fileSystem: machineFileSystem,
    clock: systemClock,
    openBrowser,
    signal,
    refrain: createCommandText(subject),
  };
}
