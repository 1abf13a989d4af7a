import { Command, CommanderError } from 'commander';
import type { CommandModule } from '../context/command.ts';
import { commands } from './commands.ts';
import { formatHelp } from './help.ts';
import type { Surroundings } from '../context/surroundings.ts';
import { versionOf } from './version.ts';
import { usageError } from '../context/usage-error.ts';

const examples = [
  'refrain login',
  'curl -H "Authorization: Bearer $(refrain token)" \\',
  '     https://api.spotify.com/v1/me/player/recently-played',
];

/** What a command line asks for. */
export interface Found {
  readonly name: string;
  readonly module: CommandModule<never>;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

/**
 * Reads what was typed after `refrain`.
 * @returns undefined where it was help or the version, which has been printed
 * @throws RefrainError `wrong_usage`
 */
export async function readCommandLine(
  args: readonly string[],
  surroundings: Pick<Surroundings, 'stdout' | 'packageFolder'>,
): Promise<Found | undefined> {
  let found: Found | undefined;
  const program = programFor(surroundings, (asked) => {
    found = asked;
  });
  try {
    await program.parseAsync([...withoutHelpCommand(args)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw usageError(inOurWords(error));
  }
  return found;
}

function programFor(
  surroundings: Pick<Surroundings, 'stdout' | 'packageFolder'>,
  onFound: (found: Found) => void,
): Command {
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
    command.action(() =>
      onFound({ name: command.name(), module, flags: command.optsWithGlobals(), words: command.args }),
    );
  });
  return program;
}

/** `refrain help token` is `refrain token --help`, and `refrain` alone asks for help too. */
function withoutHelpCommand(args: readonly string[]): readonly string[] {
  const [first] = args;
  const second = args.slice(1).find((word) => !word.startsWith('-'));
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
  const words = [/[.?!]$/.test(sentence) ? sentence : `${sentence}.`, hint].filter(Boolean).join(' ');
  return words.replace(/'([^']*)'/g, '\u201c$1\u201d');
}
