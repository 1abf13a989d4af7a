import { toJsonText } from '../../text/json.ts';
import type { CommandOutcome } from '../context/command.ts';
import { createCommandText, type Subject } from '../context/command-text.ts';
import { createCommandContext, type CommandContext } from '../context/context.ts';
import type { ExitCode } from '../context/exit-code.ts';
import { defaultProfile, profileNameOf } from '../profile/records/profile-name.ts';
import { parseCommandLine } from './parse-args.ts';
import type { CommandProcess } from './process.ts';

/**
 * Runs one command line: data goes to standard output, messages to standard error.
 * @param args the arguments after `refrain`
 * @returns the exit code. After a signal it is 130, also if the command first saved a token that had just arrived
 */
export async function main(args: readonly string[], run: CommandProcess): Promise<ExitCode> {
  const { childEnvironment } = run;
  // Read before the rest of the command line, so that an error in it is JSON too. After `--` there are no flags.
  const json = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--json');
  // The texts name this profile. `subject` changes when the command line names another.
  const subject: Subject & Pick<CommandProcess, 'childEnvironment' | 'packageFolder'> = {
    profile: defaultProfile,
    childEnvironment,
    packageFolder: run.packageFolder,
  };
  let command: string | undefined;
  let context: CommandContext | undefined;
  try {
    const line = await parseCommandLine(args, run, (name) => {
      command = name;
    });
    if (line === undefined) return 0;
    const named = line.options['profile'];
    const profile = typeof named === 'string' ? profileNameOf(named) : defaultProfile;
    subject.profile = profile;
    const options = { command: line.command, profile, profileIsNamed: named !== undefined, json };
    context = createCommandContext(run, options, subject);
    const outcome = await line.module.run(context, line.options as never, line.args);
    printOutcome(outcome, json, run);
    if (!outcome.runServer) return run.signal.aborted ? 130 : (outcome.exitCode ?? 0);
    // A signal is how a server is stopped.
    await outcome.runServer();
    return outcome.exitCode ?? 0;
  } catch (thrown) {
    // Loaded only here: error texts take time to load, and few runs need them.
    const { reportError } = await import('./report-error.ts');
    return reportError(thrown, { context, refrain: createCommandText(subject), command, json }, run);
  }
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
