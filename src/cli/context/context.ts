import type { Readable } from 'node:stream';
import type { Clock } from '../../keeper/platform/clock.ts';
import type { Endpoints } from '../../spotify/endpoints.ts';
import type { Environment } from './environment.ts';
import type { CommandText } from './command-text.ts';

/** Something that words are written to. */
export interface Output {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

/** All that a command touches outside itself: the one thin rim, which a test can replace whole. */
export interface CommandContext {
  readonly environment: Environment;
  /** Variables without the secrets, for child processes. */
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
  /** Spotify's addresses, or those of another Spotify. */
  readonly endpoints: Endpoints;
  /** The folder of the profiles; it need not exist. */
  readonly home: string;
  /** The folder of this package, with its last slash: `dist/page/` stands in it. */
  readonly packageFolder: URL;
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether somebody can be asked: standard input and standard error are a terminal. */
  readonly isTerminal: boolean;
  /** Whether standard input is a terminal, so that there is nothing to be read from it. */
  readonly stdinIsTerminal: boolean;
  /** Whether standard output is a terminal. */
  readonly stdoutIsTerminal: boolean;
  /** Whether standard error is a terminal: progress may be shown there. */
  readonly stderrIsTerminal: boolean;
  /** Whether words on standard error may be coloured: a terminal, and no NO_COLOR. */
  readonly colour: boolean;
  readonly platform: NodeJS.Platform;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Opens an address in the browser; false where none could be started, `onFailed` where that shows only later. */
  openBrowser(url: string, onFailed?: () => void): Promise<boolean>;
  /** Aborted by Ctrl-C and by the signals that end a process. */
  readonly signal: AbortSignal;
  /** Says a command as it is typed here, for this profile. */
  readonly refrain: CommandText;
  /** The name of the command. */
  readonly command: string;
  /** The profile that was asked for, `default` unless named. */
  readonly profile: string;
  /** Whether the profile was named on the command line. */
  readonly profileIsNamed: boolean;
  /** Whether one JSON document is wanted on standard output. */
  readonly json: boolean;
}
