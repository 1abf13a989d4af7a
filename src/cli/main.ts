import { Command, CommanderError } from 'commander';
import { endpointsFrom } from '../spotify/endpoints-from.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import type { CommandModule, Outcome } from './command-module.ts';
import { commands } from './commands.ts';
import type { CommandContext } from './context.ts';
import { asRefrainError, errorDocument, errorWords } from './error-words.ts';
import { exitCodeOf, type ExitCode } from './exit-code.ts';
import { formatHelp } from './help.ts';
import { defaultProfile, isProfileName, profileNameOf } from './profile-name.ts';
import type { Surroundings } from './surroundings.ts';
import { versionOf } from './version.ts';
import { wrongUsage } from './wrong-usage.ts';

const examples = [
  'refrain login',
  'curl -H "Authorization: Bearer $(refrain token)" \\',
  '     https://api.spotify.com/v1/me/player/recently-played',
];

/**
 * Runs one command line to its end: data on standard output, words on standard error.
 * @param args what was typed after `refrain`
 * @returns the exit code
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const asked = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  const json = asked.includes('--json');
  let profile = defaultProfile;
  try {
    const found = await read(args, surroundings);
    if (found === undefined) return 0;
    const { module, flags, words } = found;
    const named = flags['profile'];
    if (typeof named === 'string') profile = profileNameOf(named);
    const context: CommandContext = Object.defineProperties(
      {
        endpoints: endpointsIn(surroundings),
        profile,
        profileIsNamed: named !== undefined,
        json,
      } as CommandContext,
      Object.getOwnPropertyDescriptors(surroundings),
    );
    const outcome = await module.run(context, flags as never, words);
    print(outcome, context);
    await outcome.lasting?.();
    return outcome.exitCode ?? 0;
  } catch (thrown) {
    return printError(surroundings.signal.aborted ? interruptionOf(thrown) : asRefrainError(thrown), {
      json,
      profile: isProfileName(profile) ? profile : defaultProfile,
      surroundings,
    });
  }
}

interface Found {
  readonly module: CommandModule<never>;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

/** What the command line asks for; undefined where it was help or the version, which has been printed. */
async function read(args: readonly string[], surroundings: Surroundings): Promise<Found | undefined> {
  let found: Found | undefined;
  const program = programFor(surroundings, (asked) => {
    found = asked;
  });
  try {
    await program.parseAsync([...withoutHelpCommand(args)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw wrongUsage(inOurWords(error));
  }
  return found;
}

function programFor(surroundings: Surroundings, onFound: (found: Found) => void): Command {
  const program = new Command('refrain')
    .description('Gets a Spotify refresh token, keeps it alive, and puts it to work.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      // What is wrong is told by whoever catches it.
      writeErr: () => {},
    })
    .configureHelp({ showGlobalOptions: true, formatHelp: (command, helper) => formatHelp(command, helper, examples) })
    .helpCommand(false)
    .usage('COMMAND [flags]')
    .option('--profile <NAME>', 'which of several kept tokens (default)')
    .option('--json', 'one JSON document on standard output')
    .version(versionOf(surroundings.packageFolder), '--version', 'show the version');
  program.helpOption('--help', 'show this');
  for (const { name, summary } of commands) {
    program.command(name).summary(summary).description(summary).allowExcessArguments(false);
  }
  program.hook('preSubcommand', async (_, command) => {
    const module = await commands.find(({ name }) => name === command.name())?.load();
    if (!module) return;
    module.declare(command);
    command.configureHelp({
      showGlobalOptions: true,
      formatHelp: (shown, helper) => formatHelp(shown, helper, module.examples),
    });
    command.action(() => onFound({ module, flags: command.optsWithGlobals(), words: command.args }));
  });
  return program;
}

/** `refrain help token` is `refrain token --help`, and `refrain` alone asks for help too. */
function withoutHelpCommand(args: readonly string[]): readonly string[] {
  const [first, second] = args;
  if (first === undefined) return ['--help'];
  if (first === 'help') return second === undefined ? ['--help'] : [second, ...(isKnown(second) ? ['--help'] : [])];
  // Help for a command that there is not would hide that there is none.
  return first.startsWith('-') || isKnown(first) ? args : [first];
}

const isKnown = (word: string) => commands.some(({ name }) => name === word);

/** What commander found wrong, as one sentence. Values are left out: somebody may have typed a secret. */
function inOurWords({ message, code }: CommanderError): string {
  if (code === 'commander.help') return 'Name a command.';
  if (/^error: unknown option '--client-secret\b(?!-)/.test(message)) {
    return 'A secret is no argument: others could read it in the list of processes. There are --client-secret-stdin and SPOTIFY_CLIENT_SECRET.';
  }
  const [what = '', ...more] = message
    .replace(/^error: /, '')
    .replace(/('-[^'=]*)=[^']*'/, "$1'")
    .replace(/'[^']{40,}'/, '\u2026')
    .replace(/[<>]/g, '')
    .split('\n');
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  const hint = more.join(' ').replace(/^\(|\)$/g, '');
  return [/[.?!]$/.test(sentence) ? sentence : `${sentence}.`, hint].filter(Boolean).join(' ');
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

function print(outcome: Outcome, { json, stdout, stderr }: CommandContext): void {
  if (outcome.words) stderr.write(outcome.words);
  if (json) stdout.write(`${JSON.stringify(outcome.data)}\n`);
  else if (outcome.text) stdout.write(outcome.text);
}

function printError(
  error: RefrainError,
  { json, profile, surroundings }: { json: boolean; profile: string; surroundings: Surroundings },
): ExitCode {
  const { stdout, stderr, colour, clock } = surroundings;
  if (json) stdout.write(`${JSON.stringify(errorDocument(error, profile))}\n`);
  else {
    const columns = surroundings.stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
    // The terminal has written ^C, or a spinner's line stands there.
    if (error.code === 'interrupted' && columns) stderr.write('\n');
    stderr.write(errorWords(error, { profile, colour, now: clock.now(), columns }));
  }
  return exitCodeOf(error.code);
}
