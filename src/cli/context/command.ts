import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';

/** The result of a command. */
export interface CommandOutcome {
  /** With `--json`, printed on standard output as one JSON document. Contains a secret only if the user asked for it. */
  readonly data?: unknown;
  /** Printed on standard output as it is, with or without `--json`, instead of `data` and `text`. */
  readonly body?: string | undefined;
  /** Without `--json`, printed on standard output. Ends with a line break. */
  readonly text?: string | undefined;
  /** Printed on standard error, with or without `--json`. Ends with a line break. */
  readonly messages?: string | undefined;
  /** @default 0 */
  readonly exitCode?: ExitCode | undefined;
  /** Keeps a server running until a signal, then closes it. Called after the output is printed. */
  readonly runServer?: (() => Promise<void>) | undefined;
}

/**
 * One command: its flags and what it does. Every command also has `--profile` and `--json`.
 * `Options` are the flags as commander names them: `--client-id` is `clientId`, `--no-browser` is `browser: false`.
 */
export interface CommandModule<Options> {
  /** Shown first in the help. Each has at most 76 columns. */
  readonly examples: readonly string[];
  /** Adds the command's flags and arguments. */
  addFlags(command: Command): void;
  /**
   * Runs the command.
   * @param args the arguments that are not flags
   * @throws RefrainError, which `main` prints and converts to an exit code
   */
  run(context: CommandContext, options: Options, args: readonly string[]): Promise<CommandOutcome>;
}
