import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';

/** The result of a command. */
export interface CommandOutcome {
  /** Printed as one JSON document on standard output with `--json`. Holds no secret unless the user asked for it. */
  readonly data: unknown;
  /** Printed on standard output without `--json`; ends with a line break. */
  readonly text?: string | undefined;
  /** Printed on standard error, with or without `--json`; ends with a line break. */
  readonly messages?: string | undefined;
  /** @default 0 */
  readonly exitCode?: ExitCode | undefined;
  /** Runs after the output is printed: a server that runs until a signal. */
  readonly runUntilEnd?: (() => Promise<void>) | undefined;
}

/**
 * One command: its flags and what it does. `--profile` and `--json` belong to every command.
 * `Options` are the flags as commander names them: `--client-id` is `clientId`, `--no-browser` is `browser: false`.
 */
export interface CommandModule<Options> {
  /** Shown first in the help, each at most 76 columns. */
  readonly examples: readonly string[];
  /** Adds flags and arguments. */
  declare(command: Command): void;
  /**
   * Runs the command.
   * @param args the arguments that are not flags
   * @throws RefrainError, which `main` prints and turns into the exit code
   */
  run(context: CommandContext, options: Options, args: readonly string[]): Promise<CommandOutcome>;
}
