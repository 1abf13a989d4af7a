import { endpointsFrom } from '../../spotify/endpoints-from.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandOutcome } from '../context/command.ts';
import type { CommandContext } from '../context/context.ts';
import type { CureContext } from '../terminal/cures.ts';
import { toRefrainError, errorDocument, formatError } from '../terminal/errors.ts';
import { exitCodeOf, type ExitCode } from '../context/exit-code.ts';
import { defaultProfile, isProfileName, profileNameOf } from '../profile/profiles.ts';
import { readCommandLine } from './parse-args.ts';
import { createCommandText } from '../context/command-text.ts';
import type { Surroundings } from '../context/surroundings.ts';

/**
 * Runs one command line to its end: data on standard output, words on standard error.
 * @param args what was typed after `refrain`
 * @returns the exit code
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const asked = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  const json = asked.includes('--json');
  let profile = defaultProfile;
  let command: string | undefined;
  try {
    const found = await readCommandLine(args, surroundings);
    if (found === undefined) return 0;
    const { module, flags, words } = found;
    command = found.name;
    const named = flags['profile'];
    if (typeof named === 'string') profile = profileNameOf(named);
    const context: CommandContext = Object.defineProperties(
      {
        endpoints: endpointsIn(surroundings),
        command,
        refrain: createCommandText({ profile, childEnvironment: surroundings.childEnvironment }),
        profile,
        profileIsNamed: named !== undefined,
        json,
      } as CommandContext,
      Object.getOwnPropertyDescriptors(surroundings),
    );
    const outcome = await module.run(context, flags as never, words);
    print(outcome, context);
    await outcome.runUntilEnd?.();
    return outcome.exitCode ?? 0;
  } catch (thrown) {
    return printError(surroundings.signal.aborted ? interruptionOf(thrown) : toRefrainError(thrown), {
      json,
      refrain: createCommandText({
        profile: isProfileName(profile) ? profile : defaultProfile,
        childEnvironment: surroundings.childEnvironment,
      }),
      command,
      surroundings,
    });
  }
}

function endpointsIn({ environment }: Surroundings) {
  try {
    return endpointsFrom(environment);
  } catch {
    throw new RefrainError('endpoint_refused', { detail: 'SPOTIFY_ACCOUNTS_URL or SPOTIFY_API_URL' });
  }
}

function interruptionOf(thrown: unknown): RefrainError {
  return thrown instanceof RefrainError && thrown.code !== 'timed_out' ? thrown : new RefrainError('interrupted');
}

function print(outcome: CommandOutcome, { json, stdout, stderr }: CommandContext): void {
  if (outcome.messages) stderr.write(outcome.messages);
  if (json) stdout.write(`${JSON.stringify(outcome.data)}\n`);
  else if (outcome.text) stdout.write(outcome.text);
}

function printError(
  error: RefrainError,
  { json, surroundings, ...asked }: CureContext & { readonly json: boolean; readonly surroundings: Surroundings },
): ExitCode {
  const { stdout, stderr, colour, clock } = surroundings;
  if (json) stdout.write(`${JSON.stringify(errorDocument(error, asked))}\n`);
  else {
    const columns = surroundings.stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
    // The terminal has written ^C, or a spinner's line stands there.
    if (error.code === 'interrupted' && columns) stderr.write('\n');
    stderr.write(formatError(error, { ...asked, colour, now: clock.now(), columns }));
  }
  return exitCodeOf(error.code);
}
