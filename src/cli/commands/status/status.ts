import { InvalidArgumentError } from 'commander';
import { warnDays } from '../../../grants/token-set.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandModule } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { formatError } from '../../terminal/errors.ts';
import { wrapFor } from '../../terminal/text.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { needsPerson, profileEntry, unreadableEntry, type ProfileEntry } from '../../profile/profile-entry.ts';
import { profileNames } from '../../profile/profiles.ts';
import { createCommandText, type CommandText } from '../../context/command-text.ts';
import { statusWords } from './status-text.ts';

interface Given {
  readonly exitCode?: boolean;
  readonly soon: number;
}

interface Read {
  readonly entry: ProfileEntry | undefined;
  readonly error?: RefrainError | undefined;
}

/** Says how every kept token stands. Sends nothing. */
export const status: CommandModule<Given> = {
  examples: ['refrain status', 'refrain status --exit-code --soon 14 || mail -s "refrain renew" me'],

  declare(command) {
    command
      .option('--exit-code', 'end with 3 where a person is needed')
      .option('--soon <DAYS>', `what counts as soon: fewer days left (${warnDays})`, daysFrom, warnDays);
  },

  async run(context, { exitCode, soon }) {
    const names = context.profileIsNamed ? [context.profile] : await profileNames(context.home);
    const all = await Promise.all(names.map((name) => read(context, name)));
    const profiles = all.flatMap(({ entry }) => entry ?? []);
    const now = context.clock.now();
    const errorColumns = context.stderrIsTerminal ? (context.stderr.columns ?? 80) : undefined;
    const columns = context.stdoutIsTerminal ? (context.stdout.columns ?? 80) : undefined;
    const colour = context.stdoutIsTerminal && !context.environment.noColor;
    const isNeeded =
      profiles.length === 0 ||
      all.some(({ entry, error }) => error || (entry && needsPerson(entry, { soonDays: soon, now })));
    return {
      data: { profiles },
      // Of one that cannot be read the error says all that is known.
      text: all
        .flatMap(({ entry, error }) => (entry && !error ? [entry] : []))
        .map(
          (entry) =>
            `${statusWords(entry, {
              now,
              colour,
              columns,
              soonDays: soon,
              refrain: refrainFor(context, entry.name),
            })}\n`,
        )
        .join('\n'),
      messages: [
        ...all.flatMap(({ error }, index) =>
          error
            ? [
                formatError(error, {
                  refrain: refrainFor(context, names[index] ?? ''),
                  colour: context.colour,
                  now,
                  columns: errorColumns,
                }),
              ]
            : [],
        ),
        ...(profiles.length === 0 ? [wrapFor(context)(nothingKept(context, names.length > 0))] : []),
      ].join('\n'),
      exitCode: exitCode && isNeeded ? 3 : 0,
    };
  },
};

async function read(context: CommandContext, name: string): Promise<Read> {
  try {
    return { entry: profileEntry(name, await openStored(context, name).state()) };
  } catch (error) {
    // One profile that can't be read hides no other.
    if (!(error instanceof RefrainError)) throw error;
    return { entry: unreadableEntry(name), error };
  }
}

function refrainFor({ childEnvironment }: CommandContext, profile: string): CommandText {
  return createCommandText({ profile, childEnvironment });
}

function nothingKept({ environment, profile, profileIsNamed, refrain }: CommandContext, wasForgotten: boolean): string {
  const where = profileIsNamed ? ` in the profile \u201c${profile}\u201d` : '';
  const used = wasForgotten
    ? ' It is used only if it is another than the one that was forgotten.'
    : ` ${refrain('token')} uses it; its end is not followed here.`;
  const variable = environment.refreshToken ? ` SPOTIFY_REFRESH_TOKEN holds a token.${used}` : '';
  return `No token is kept${where}.${variable} To get one: ${refrain('login')}\n`;
}

function daysFrom(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a number of days.');
}
