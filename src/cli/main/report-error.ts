import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { systemClock } from '../../keeper/platform/clock.ts';
import { toJsonText } from '../../text/json.ts';
import type { CommandContext } from '../context/context.ts';
import { getExitCode, type ExitCode } from '../context/exit-code.ts';
import { suggestProfile } from '../profile/records/other-profiles.ts';
import type { CureContext } from '../terminal/cures.ts';
import { errorDocument, formatError, toRefrainError } from '../terminal/errors.ts';
import type { CommandProcess } from './process.ts';

/** The run that failed. */
interface FailedRun extends CureContext {
  /** Undefined if the command line was wrong. */
  readonly context: CommandContext | undefined;
  /** Whether to print one JSON document on standard output. */
  readonly json: boolean;
}

/**
 * Reports what ended a run: on standard error, or as JSON on standard output.
 * @returns the exit code for it
 */
export async function reportError(
  thrown: unknown,
  { context, json, ...cureContext }: FailedRun,
  run: CommandProcess,
): Promise<ExitCode> {
  const named = context ? await suggestProfile(thrown, context) : thrown;
  const error = run.signal.aborted ? toInterruption(named) : toRefrainError(named);
  if (json) run.outputs.stdout.write(`${toJsonText(errorDocument(error, cureContext))}\n`);
  else printError(error, cureContext, run);
  return getExitCode(error.code);
}

/** What to report after Ctrl-C: an error that matters more than the interruption, or the interruption. */
function toInterruption(thrown: unknown): RefrainError {
  return isRefrainError(thrown) && thrown.code !== 'timed_out' ? thrown : new RefrainError('interrupted');
}

function printError(error: RefrainError, context: CureContext, { outputs, environment }: CommandProcess): void {
  const { stderr, stderrIsTerminal, stderrColumns: columns } = outputs;
  // The line holds the terminal's ^C, or a progress message.
  if (error.code === 'interrupted' && stderrIsTerminal) stderr.write('\n');
  const colour = stderrIsTerminal && !environment.noColor;
  stderr.write(formatError(error, { ...context, colour, now: systemClock.now(), columns }));
}
