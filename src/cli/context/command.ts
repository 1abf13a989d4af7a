import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';

/** What a command came to. */
export interface CommandOutcome {
  /** Printed as one JSON document on standard output where `--json` is given. No secret but those that were asked for. */
  readonly data: unknown;
  /** Printed on standard output where `--json` is not given; with its last line break. */
  readonly text?: string | undefined;
  /** Said on standard error, with or without `--json`; with its last line break. */
  readonly messages?: string | undefined;
  /** Default 0. */
  readonly exitCode?: ExitCode | undefined;
  /** What goes on once that is printed: a server, until it is told to end. */
  readonly runUntilEnd?: (() => Promise<void>) | undefined;
}

/**
 * One command: what it takes, apart from what it does. `--profile` and `--json` are every command's.
 * `Given` are its flags as commander names them: `--client-id` is `clientId`, `--no-browser` is `browser: false`.
 */
export interface CommandModule<Given> {
  /** Shown first in its help, each at most 76 columns. */
  readonly examples: readonly string[];
  /** Adds its own flags and arguments. */
  declare(command: Command): void;
  /**
   * Does it.
   * @param given the flags @param words the arguments that are no flags
   * @throws RefrainError, which is printed in words or as JSON and becomes the exit code
   */
  run(context: CommandContext, given: Given, words: readonly string[]): Promise<CommandOutcome>;
}
