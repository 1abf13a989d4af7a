import { RefrainError } from '../../../errors/refrain-error.ts';
import { didYouMean } from '../../terminal/suggest.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { longDate } from '../../../text/dates.ts';
import { editEnvFile } from './edit-env-file.ts';
import { entriesOf } from './entries.ts';
import { gitStatusOf } from './git-status.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';
import { writeEnvFile, type WrittenFile } from './write-env-file.ts';
import { wrapFor, paint, listOf } from '../../terminal/text.ts';
import { openForExport, exportWarnings } from '../../profile/export-token.ts';
import { usageError } from '../../context/usage-error.ts';

interface Given {
  readonly get?: string;
}

const heading = '# Keep this file like a password, and out of version control.\n';

/** Writes a kept token into a `.env` file, or prints one of its values. */
export const env: CommandModule<Given> = {
  examples: ['refrain env', 'refrain env web/.env.local', 'refrain env --get SPOTIFY_REFRESH_TOKEN | pbcopy'],

  declare(command) {
    command
      .argument('[FILE]', 'written or updated; - prints the lines instead (.env)')
      .option('--get <NAME>', 'print one value and nothing else: SPOTIFY_REFRESH_TOKEN, \u2026');
  },

  async run(context, { get }, [file]) {
    if (get === undefined) return file === '-' ? printed(context) : written(context, file ?? '.env');
    if (file !== undefined) throw usageError('--get prints a value: it takes no file.');
    return oneValue(context, variableNamed(get));
  },
};

function variableNamed(text: string): VariableName {
  const name = variableNames.find((known) => known === text.toUpperCase());
  if (name) return name;
  throw usageError(
    `There is no ${text.slice(0, 60)} to get.${didYouMean(text, variableNames) || ` There are: ${listOf(variableNames)}.`}`,
  );
}

async function oneValue(context: CommandContext, name: VariableName): Promise<CommandOutcome> {
  const { variables } = await openForExport(context);
  const value = variables[name];
  if (value === undefined) throw new RefrainError('value_not_kept', { detail: name });
  return { data: { name, value }, text: `${value}\n` };
}

async function printed(context: CommandContext): Promise<CommandOutcome> {
  const { variables, secrets, state } = await openForExport(context);
  const { text } = editEnvFile('', entriesOf(variables));
  const warnings = warningsOf(context, state, secrets.clientSecret !== undefined, 'the copy');
  return {
    data: { variables: Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)) },
    text,
    messages: wrapFor(context)(warnings.join('')),
  };
}

async function written(context: CommandContext, file: string): Promise<CommandOutcome> {
  const { variables, secrets, state } = await openForExport(context);
  const result = await writeEnvFile(file, entriesOf(variables), heading);
  const gitStatus = await gitStatusOf(result.path, context.childEnvironment);
  const { bold } = paint(context.colour);
  return {
    data: {
      path: result.path,
      created: result.isNew,
      changed: result.changed,
      emptied: result.emptied,
      git: gitStatus,
    },
    messages: wrapFor(context)(
      [
        ...whatWasDone(result, bold(file)).map((line) => `${line}\n`),
        ...(state.refreshTokenExpiresAt === undefined
          ? [
              `When the token ends is not known: nobody said when consent was given. ${context.refrain('renew')} sets that right.\n`,
            ]
          : [
              `The token ends on ${longDate(state.refreshTokenExpiresAt)}. After ${context.refrain('renew')}, run this again.\n`,
            ]),
        ...gitWarnings(gitStatus, file, context),
        ...warningsOf(context, state, secrets.clientSecret !== undefined, `the copy in ${file}`),
      ].join(''),
    ),
  };
}

function whatWasDone({ isNew, changed, emptied, wasOpen }: WrittenFile, file: string): readonly string[] {
  return [
    ...(changed.length > 0 ? [`${isNew ? 'Made' : 'Updated'} ${file}: ${listOf(changed)}.`] : []),
    ...(changed.length === 0 && emptied.length === 0 ? [`${file} holds all of it already.`] : []),
    ...(emptied.length > 0 ? [`Emptied, for what stood there was another token\u2019s: ${listOf(emptied)}.`] : []),
    ...(wasOpen ? ['Others could read it: now its owner alone can (0600).'] : []),
  ];
}

function gitWarnings(status: string, file: string, { colour }: CommandContext): readonly string[] {
  const { accent } = paint(colour);
  if (status === 'tracked') {
    return [
      accent(`Git keeps ${file} already, and would commit the token with it. `),
      'Take it out (git rm --cached) and name it in .gitignore.\n',
    ];
  }
  if (status !== 'untracked') return [];
  return [accent(`Git does not ignore ${file}: `), 'the next git add takes it in. Name it in .gitignore.\n'];
}

function warningsOf(
  { refrain, colour }: CommandContext,
  state: Parameters<typeof exportWarnings>[0],
  hasSecret: boolean,
  copy: string,
): readonly string[] {
  const { accent } = paint(colour);
  return exportWarnings(state, { hasSecret, copy, refrain }).map((warning) => `${accent(warning)}\n`);
}
