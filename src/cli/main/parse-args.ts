import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { CommandModule } from '../context/command.ts';
import { isWords, usageError } from '../context/usage-error.ts';
import { unquote } from '../../text/values/clean-value.ts';
import { commands } from './commands.ts';
import { formatHelp, formatProgramHelp } from './help.ts';
import type { CommandProcess } from './process.ts';

const examples = ['refrain login', 'refrain api /me/player/recently-played'];

/** A parsed command line. */
export interface CommandLine {
  readonly command: string;
  readonly module: CommandModule<never>;
  readonly options: Readonly<Record<string, unknown>>;
  /** The arguments that are not flags. */
  readonly args: readonly string[];
}

/**
 * Parses the arguments after `refrain`. Prints help and version.
 * @param onCommand gets the name of the command, also if its flags are wrong
 * @returns undefined if help or the version was printed
 * @throws RefrainError `wrong_usage`
 */
export async function parseCommandLine(
  args: readonly string[],
  run: Pick<CommandProcess, 'outputs' | 'packageFolder'>,
  onCommand: (name: string) => void = () => {},
): Promise<CommandLine | undefined> {
  let line: CommandLine | undefined;
  const program = createProgram(run, onCommand, (parsed) => {
    line = parsed;
  });
  try {
    await program.parseAsync([...withoutHelpCommand(args)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw usageError(describeUsageError(error));
  }
  return line;
}

function createProgram(
  { outputs, packageFolder }: Pick<CommandProcess, 'outputs' | 'packageFolder'>,
  onCommand: (name: string) => void,
  onParsed: (line: CommandLine) => void,
): Command {
  const program = new Command('refrain')
    .description('Get a Spotify refresh token, keep it alive, and put it to work.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => outputs.stdout.write(text),
      // `main` prints errors.
      writeErr: () => {},
    })
    .configureHelp({
      showGlobalOptions: true,
      formatHelp: (command, helper) => formatProgramHelp(command, helper, { examples, packageFolder }),
    })
    .helpCommand(false)
    .usage('COMMAND [flags]')
    .option('--profile <NAME>', 'profile to use')
    .option('--json', 'print one JSON document on standard output')
    .version(packageVersion(packageFolder), '-V, --version', 'show the version');
  program.helpOption('-h, --help', 'show this help');
  unquoteFlags(program);
  for (const { name, summary } of commands) {
    program.command(name).summary(summary).description(summary).allowExcessArguments(false);
  }
  program.hook('preSubcommand', async (_, command) => {
    const module = await commands.find(({ name }) => name === command.name())?.load();
    if (!module) return;
    onCommand(command.name());
    module.addFlags(command);
    unquoteFlags(command);
    command.configureHelp({
      showGlobalOptions: true,
      formatHelp: (shown, helper) => formatHelp(shown, helper, module.examples),
    });
    command.action(() =>
      onParsed({ command: command.name(), module, options: command.optsWithGlobals(), args: command.args }),
    );
  });
  return program;
}

/** Removes quotes, blanks and line ends around the values of flags. The name of a file stays as it is. */
function unquoteFlags(command: Command): void {
  for (const option of command.options) {
    if (!(option.required || option.optional) || option.flags.includes('FILE')) continue;
    const { parseArg } = option;
    option.argParser((text, previous) => {
      const value = unquote(text);
      return parseArg ? parseArg(value, previous) : value;
    });
  }
}

/** The version in `package.json`. commander needs it before it parses. */
function packageVersion(packageFolder: URL): string {
  try {
    const { version } = JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8')) as { version: string };
    return version;
  } catch {
    return 'unknown';
  }
}

/** Turns `refrain help token` into `refrain token --help`, and `refrain` without arguments into `refrain --help`. */
function withoutHelpCommand(args: readonly string[]): readonly string[] {
  const [first] = args;
  const second = args.slice(1).find((arg) => !arg.startsWith('-'));
  if (first === undefined) return ['--help'];
  if (first === 'help') return second === undefined ? ['--help'] : [second, ...(isKnown(second) ? ['--help'] : [])];
  // `refrain tokn --help` must report the unknown command, not show help.
  return first.startsWith('-') || isKnown(first) ? args : [first];
}

const isKnown = (command: string) => commands.some(({ name }) => name === command);

/** What to run instead of an unknown command that other programs have; undefined if it is not one of those. */
function commandMeant(message: string): string | undefined {
  const [, typed = ''] = /unknown command '([^']*)'/.exec(message) ?? [];
  const meant = commands.find(({ alsoCalled }) => alsoCalled?.includes(typed.toLowerCase()));
  return meant && `Use \`refrain ${meant.name}\`: ${meant.summary}.`;
}

/** commander's error as one sentence. Values are removed: one may be a secret that was typed by mistake. */
function describeUsageError({ message, code }: CommanderError): string {
  if (code === 'commander.help') return 'A command is missing.';
  if (/^error: unknown option '--client-secret\b(?!-)/.test(message)) {
    return 'A secret cannot be an argument, because other users could see it in the process list. Use --client-secret-stdin or SPOTIFY_CLIENT_SECRET.';
  }
  const [first = '', ...more] = message
    .replace(/^error: /, '')
    .replace(/('-[^'=]*)=[^']*'/, "$1'")
    .replace(/'([^']{40,})'/, (quoted, value: string) => (isWords(value) ? quoted : '\u2026'))
    .replace(/^option '(--[\w-]+)[^']*' argument ('[^']*'|\u2026) is invalid\./, '$1 $2 is not valid.')
    .replace(/^option '(--[\w-]+) ([^']*)' argument missing$/, '$1 needs a value: $2')
    .replace(/^missing required argument '([^']*)'$/, '$1 is missing')
    .replace(/[<>]/g, '')
    .split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  const suggestion = commandMeant(message) ?? more.join(' ').replace(/^\(|\)$/g, '');
  const text = [/[.?!]$/.test(sentence) ? sentence : `${sentence}.`, suggestion].filter(Boolean).join(' ');
  return text.replace(/'([^']*)'/g, '\u201c$1\u201d');
}
