import { InvalidArgumentError } from 'commander';
import { memoryStore } from '../../../keeper/stores/memory-store.ts';
import { isRefrainError, type RefrainError } from '../../../errors/refrain-error.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import { warnDays } from '../../../grants/token-set.ts';
import type { CommandModule } from '../../context/command.ts';
import { createCommandText } from '../../context/command-text.ts';
import type { CommandContext } from '../../context/context.ts';
import { chooseRecord, describeChoice } from '../../profile/records/choose-record.ts';
import { openPlace, openStored } from '../../profile/open-keeper.ts';
import { openRecordStore, profileNames } from '../../profile/records/record-folders.ts';
import { needsAttention, profileEntry, unreadableEntry, type ProfileEntry } from '../../profile/profile-entry.ts';
import { readSavedRecords, type RecordPlace } from '../../profile/records/saved-records.ts';
import { formatError } from '../../terminal/errors.ts';
import { wrapFor } from '../../terminal/text.ts';
import { statusText } from './status-text.ts';
import { writeReminders } from './write-reminders.ts';

interface StatusOptions {
  readonly exitCode?: boolean;
  /** A calendar file to write. */
  readonly ics?: string;
  /** Days. */
  readonly soon: number;
}

/** A record that was read, or the error that kept it from being read. */
interface ReadRecord {
  /** Null for the record of a token in SPOTIFY_REFRESH_TOKEN. */
  readonly name: string | null;
  /** Undefined after a logout. */
  readonly entry: ProfileEntry | undefined;
  readonly error?: RefrainError | undefined;
}

/** Shows every saved token. Sends and saves nothing. */
export const status: CommandModule<StatusOptions> = {
  examples: [
    'refrain status',
    'refrain status --ics reminders.ics',
    'refrain status --exit-code --soon 14 || mail -s "refrain renew" me',
  ],

  addFlags(command) {
    command
      .option('--exit-code', 'exit with 3 if a token needs your attention')
      .option(
        '--soon <DAYS>',
        `a token needs attention below this many days (default: ${warnDays})`,
        daysFrom,
        warnDays,
      )
      .option('--ics <FILE>', 'write a calendar file with reminders, 30 and 7 days before');
  },

  async run(context, { exitCode, soon, ics }) {
    const names = context.profileIsNamed ? [context.profile] : await profileNames(context.home);
    const profiles = names.map((name) => read(name, async () => openStored(context, name).state()));
    const variable = await readVariable(context);
    const all = [...(await Promise.all(profiles)), ...variable.entries];
    const entries = all.flatMap(({ entry }) => entry ?? []);
    const now = context.clock.now();
    const isNeeded =
      entries.length === 0 ||
      all.some(({ entry, error }) => error || (entry && needsAttention(entry, { soonDays: soon, now })));
    const written = ics === undefined ? [] : [await writeReminders(ics, entries, context)];
    return {
      data: { profiles: entries },
      text: all.flatMap((profile) => textOf(profile, { context, now, soonDays: soon })).join('\n'),
      messages: [
        ...(variable.choice ? [variable.choice] : []),
        ...all.flatMap((profile) => errorTextOf(profile, { context, now })),
        ...written,
        ...(entries.length === 0 ? [wrapFor(context)(notLoggedInText(context))] : []),
      ].join('\n'),
      exitCode: exitCode && isNeeded ? 3 : 0,
    };
  },
};

async function read(name: string | null, readState: () => Promise<KeptState>): Promise<ReadRecord> {
  try {
    return { name, entry: profileEntry(name, await readState()) };
  } catch (error) {
    // A record that cannot be read must not hide the others.
    if (!isRefrainError(error)) throw error;
    return { name, entry: unreadableEntry(name), error };
  }
}

/** The token in SPOTIFY_REFRESH_TOKEN, if no profile knows it, and which token commands use. Nothing is saved. */
async function readVariable(
  context: CommandContext,
): Promise<{ readonly entries: readonly ReadRecord[]; readonly choice: string }> {
  const { environment } = context;
  if (!environment.refreshToken) return { entries: [], choice: '' };
  const records = await readSavedRecords(context).catch(() => []);
  let place: RecordPlace | undefined;
  const entry = await read(null, async () => {
    place = await chooseRecord(context, records);
    const store = openRecordStore(context, place.folder);
    const isSaved = (await store.read()) !== undefined;
    return openPlace(context, place, isSaved ? store : memoryStore()).state();
  });
  return {
    entries: place?.profile === undefined ? [entry] : [],
    choice: place ? await describeChoice(place, records, context) : '',
  };
}

/** The record as text; nothing if it could not be read, because the error says all there is to say. */
function textOf(
  { name, entry, error }: ReadRecord,
  { context, now, soonDays }: { readonly context: CommandContext; readonly now: number; readonly soonDays: number },
): readonly string[] {
  if (!entry || error) return [];
  const { stdout, stdoutIsTerminal, environment, childEnvironment, packageFolder } = context;
  const text = statusText(entry, {
    now,
    soonDays,
    colour: stdoutIsTerminal && !environment.noColor,
    columns: stdoutIsTerminal ? (stdout.columns ?? 80) : undefined,
    refrain: createCommandText({ profile: name ?? undefined, childEnvironment, packageFolder }),
  });
  return [`${text}\n`];
}

function errorTextOf(
  { name, error }: ReadRecord,
  { context, now }: { readonly context: CommandContext; readonly now: number },
): readonly string[] {
  if (!error) return [];
  const { stderr, stderrIsTerminal, colour, childEnvironment, packageFolder } = context;
  const refrain = createCommandText({ profile: name ?? undefined, childEnvironment, packageFolder });
  return [formatError(error, { refrain, colour, now, columns: stderrIsTerminal ? (stderr.columns ?? 80) : undefined })];
}

function notLoggedInText(context: CommandContext): string {
  const { environment, profile, profileIsNamed, refrain } = context;
  const where = profileIsNamed ? ` (profile \u201c${profile}\u201d)` : '';
  const isLoggedOut = environment.refreshToken !== undefined && !profileIsNamed;
  const variable = isLoggedOut ? ' The token in SPOTIFY_REFRESH_TOKEN was logged out here.' : '';
  return `Not logged in${where}.${variable} Run \`${refrain('login')}\`.\n`;
}

function daysFrom(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number of days.');
}
