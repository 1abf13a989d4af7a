import { RefrainError } from '../../../errors/refrain-error.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import { quoteDotenv } from '../../../text/quote.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { openForExport } from '../../profile/export-token.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';
import { didYouMean } from '../../terminal/suggest.ts';
import { listOf } from '../../terminal/text.ts';
import { editEnvFile, type EnvEntry } from './edit-env-file.ts';
import { describePrint, describeWrite } from './env-text.ts';
import { getGitStatus } from './git-status.ts';
import { writeEnvFile } from './write-env-file.ts';

interface EnvOptions {
  readonly get?: string;
}

const heading = '# Keep this file secret. Do not commit it.\n';

/** `refrain env` writes a saved token into a `.env` file, or prints one of its values. */
export const env: CommandModule<EnvOptions> = {
  examples: ['refrain env', 'refrain env web/.env.local', 'refrain env --get SPOTIFY_REFRESH_TOKEN | pbcopy'],

  addFlags(command) {
    command
      .argument('[FILE]', 'file to create or update; - prints the lines (default: .env)')
      .option('--get <NAME>', 'print only this value: SPOTIFY_REFRESH_TOKEN, \u2026');
  },

  async run(context, { get }, [file]) {
    if (get !== undefined) {
      if (file !== undefined) throw usageError('Use either FILE or --get.');
      return printValue(context, readVariableName(get));
    }
    return file === '-' ? printLines(context) : writeFile(context, file ?? '.env');
  },
};

function readVariableName(text: string): VariableName {
  const name = variableNames.find((known) => known === text.toUpperCase());
  if (name) return name;
  const hint = didYouMean(text, variableNames) || ` Names: ${listOf(variableNames)}.`;
  throw usageError(`Unknown name for --get: ${text.slice(0, 60)}.${hint}`);
}

async function printValue(context: CommandContext, name: VariableName): Promise<CommandOutcome> {
  const { variables, state } = await openForExport(context);
  const value = variables[name];
  if (value === undefined) throw new RefrainError('value_not_kept', { detail: explainMissing(name, state) });
  return { data: { name, value }, text: `${value}\n` };
}

function explainMissing(name: VariableName, { grant }: KeptState): string {
  switch (name) {
    case 'SPOTIFY_CLIENT_SECRET':
      return grant === 'authorization_code'
        ? 'The client secret of this token is not saved.'
        : 'This token has no client secret (it doesn\u2019t need one).';
    case 'SPOTIFY_AUTHORIZED_AT':
      return 'The consent date of this token is unknown.';
    default:
      return `This token has no ${name}: it uses Spotify\u2019s own servers.`;
  }
}

async function printLines(context: CommandContext): Promise<CommandOutcome> {
  const token = await openForExport(context);
  const known = Object.entries(token.variables).filter(([, value]) => value !== undefined);
  return {
    data: { variables: Object.fromEntries(known) },
    text: editEnvFile('', toEntries(token.variables)).text,
    messages: describePrint(token, context),
  };
}

async function writeFile(context: CommandContext, file: string): Promise<CommandOutcome> {
  const token = await openForExport(context);
  const result = await writeEnvFile(file, toEntries(token.variables), heading, {
    fileSystem: context.fileSystem,
    printCommand: context.refrain('env -'),
  });
  const gitStatus = await getGitStatus(result.path, context.childEnvironment);
  const { path, isNew, changed, emptied } = result;
  return {
    data: { path, created: isNew, changed, emptied, git: gitStatus },
    messages: describeWrite(file, result, gitStatus, token, context),
  };
}

/**
 * The variables as entries of a `.env` file. A date or address without a value is cleared in the file, because it would
 * be read as this token's. A client secret in the file stays: it may be for something else.
 * @throws RefrainError `wrong_usage` for a value that a `.env` file cannot hold
 */
function toEntries(variables: Readonly<Record<VariableName, string | undefined>>): readonly EnvEntry[] {
  return variableNames.flatMap((name): readonly EnvEntry[] => {
    const value = variables[name];
    if (value === undefined) return name === 'SPOTIFY_CLIENT_SECRET' ? [] : [{ name, value: undefined }];
    const quoted = quoteDotenv(value);
    if (quoted === undefined) throw usageError(`${name} has characters that a .env file cannot hold.`);
    return [{ name, value: quoted }];
  });
}
