import { systemClock } from '../../keeper/platform/clock.ts';
import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { toJsonText } from '../../text/json.ts';
import type { CommandOutcome } from '../context/command.ts';
import { createCommandText, type Subject } from '../context/command-text.ts';
import { createCommandContext } from '../context/context.ts';
import { getExitCode, type ExitCode } from '../context/exit-code.ts';
import { suggestProfile } from '../profile/records/other-profiles.ts';
import { defaultProfile, profileNameOf } from '../profile/records/profiles.ts';
import type { CureContext } from '../terminal/cures.ts';
import { errorDocument, formatError, toRefrainError } from '../terminal/errors.ts';
import { parseCommandLine } from './parse-args.ts';
import type { CommandProcess } from './process.ts';

/**
 * Runs one command line: data goes to standard output, messages to standard error.
 * @param args the arguments after `refrain`
 * @returns the exit code
 */
export async function main(args: readonly string[], run: CommandProcess): Promise<ExitCode> {
  const { outputs, signal, childEnvironment } = run;
  // Known before the command line is parsed, so that a wrong one is reported as JSON too.
  const json = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--json');
  const subject: Subject & Pick<CommandProcess, 'childEnvironment' | 'packageFolder'> = {
    profile: defaultProfile,
    childEnvironment,
    packageFolder: run.packageFolder,
  };
  let command: string | undefined;
  try {
    const line = await parseCommandLine(args, run);
    if (line === undefined) return 0;
    command = line.command;
    const named = line.options['profile'];
    const profile = typeof named === 'string' ? profileNameOf(named) : defaultProfile;
    subject.profile = profile;
    const options = { command, profile, profileIsNamed: named !== undefined, json };
    const context = createCommandContext(run, options, subject);
    const outcome = await line.module.run(context, line.options as never, line.args).catch(async (error: unknown) => {
      throw await suggestProfile(error, context);
    });
    printOutcome(outcome, json, run);
    await outcome.runServer?.();
    return outcome.exitCode ?? 0;
  } catch (thrown) {
    const error = signal.aborted ? toInterruption(thrown) : toRefrainError(thrown);
    const refrain = createCommandText(subject);
    if (json) outputs.stdout.write(`${toJsonText(errorDocument(error, { refrain, command }))}\n`);
    else printError(error, { refrain, command }, run);
    return getExitCode(error.code);
  }
}

/** What to report after Ctrl-C: an error that matters more than the interruption, or the interruption. */
function toInterruption(thrown: unknown): RefrainError {
  return isRefrainError(thrown) && thrown.code !== 'timed_out' ? thrown : new RefrainError('interrupted');
}

function printOutcome(
  { data, body, text, messages }: CommandOutcome,
  json: boolean,
  { outputs }: CommandProcess,
): void {
  if (messages) outputs.stderr.write(messages);
  if (body !== undefined) outputs.stdout.write(body);
  else if (json) outputs.stdout.write(`${toJsonText(data)}\n`);
  else if (text) outputs.stdout.write(text);
}

function printError(error: RefrainError, context: CureContext, { outputs, environment }: CommandProcess): void {
  const { stderr, stderrIsTerminal, stderrColumns: columns } = outputs;
  // The line holds the terminal's ^C, or a progress message.
  if (error.code === 'interrupted' && stderrIsTerminal) stderr.write('\n');
  const colour = stderrIsTerminal && !environment.noColor;
  stderr.write(formatError(error, { ...context, colour, now: systemClock.now(), columns }));
}
