import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { systemClock } from '../../keeper/platform/clock.ts';
import { toJsonText } from '../../text/json.ts';
import type { CommandContext } from '../context/context.ts';
import { getExitCode, type ExitCode } from '../context/exit-code.ts';
import { suggestProfile } from '../profile/records/other-profiles.ts';
import type { CureContext } from '../terminal/cures.ts';
import { errorDocument, formatError, toRefrainError } from '../terminal/errors.ts';
import type { CommandProcess } from './process.ts';

/** A run that failed. */
interface FailedRun extends CureContext {
  /** Undefined if the run failed before it had a context, such as for a wrong command line. */
  readonly context: CommandContext | undefined;
  /** Whether to print one JSON document on standard output. */
  readonly json: boolean;
}

/**
 * Reports the error that ended a run: on standard error, or as JSON on standard output.
 * @returns the exit code for the error
 */
export async function reportError(
  thrown: unknown,
  { context, json, ...cureContext }: FailedRun,
  run: CommandProcess,
): Promise<ExitCode> {
  const detailed = context ? await suggestProfile(thrown, context) : thrown;
  const error = run.signal.aborted ? errorAfterInterrupt(detailed) : toRefrainError(detailed);
  if (json) run.outputs.stdout.write(`${toJsonText(errorDocument(error, cureContext))}\n`);
  else printError(error, cureContext, run);
  return getExitCode(error.code);
}

/** What to report after Ctrl-C: `interrupted`, unless the run has failed with an error that the user needs to know. */
function errorAfterInterrupt(thrown: unknown): RefrainError {
  return isRefrainError(thrown) && thrown.code !== 'timed_out' ? thrown : new RefrainError('interrupted');
}

function printError(error: RefrainError, context: CureContext, { outputs, environment }: CommandProcess): void {
  const { stderr, stderrIsTerminal, stderrColumns: columns } = outputs;
  // The cursor is after the terminal's ^C or a progress message, so start a new line.
  if (error.code === 'interrupted' && stderrIsTerminal) stderr.write('\n');
  const colour = stderrIsTerminal && !environment.noColor;
  stderr.write(formatError(error, { ...context, colour, now: systemClock.now(), columns }));
}
