import { RefrainError } from '../../../errors/refrain-error.ts';
import { hashToken, isLive, knowsToken } from '../../../keeper/record/record.ts';
import type { CommandContext } from '../../context/context.ts';
import { wrapFor } from '../../terminal/text.ts';
import { type Disk, profileFolder, removeUnused, variableFolder } from './record-folders.ts';
import { findRecord, readSavedRecords, type RecordPlace, type SavedRecord } from './saved-records.ts';

type Context = Disk & Pick<CommandContext, 'profile' | 'profileIsNamed' | 'environment' | 'endpoints'>;

/**
 * The record that a run works on, for every command that uses a token:
 *
 * 1. `--profile NAME`: that profile. The variable is ignored.
 * 2. A record that knows the token in SPOTIFY_REFRESH_TOKEN, so that one token never has two records.
 * 3. A record of its own for another token in the variable.
 * 4. Without the variable: the profile `default`.
 *
 * So a variable never replaces the token of a profile.
 * @throws RefrainError `client_id_missing` for a new token without SPOTIFY_CLIENT_ID; `record_newer`, `store_failed`
 */
export async function chooseRecord(context: Context, records: readonly SavedRecord[]): Promise<RecordPlace> {
  const { home, profile, profileIsNamed, environment, endpoints } = context;
  const { refreshToken, clientId } = environment;
  const { accountsUrl } = endpoints;
  if (profileIsNamed || !refreshToken) return { profile, folder: profileFolder(home, profile) };
  const known = await findRecord(refreshToken, { accountsUrl, clientId }, records);
  if (known) return { profile: known.profile, folder: known.folder };
  if (!clientId) {
    throw new RefrainError('client_id_missing', {
      cure: 'Set SPOTIFY_CLIENT_ID to the client ID of the token in SPOTIFY_REFRESH_TOKEN, or use --profile NAME.',
    });
  }
  return { profile: undefined, folder: await variableFolder(home, { accountsUrl, clientId, refreshToken }) };
}

/** The variables' records that know the token in SPOTIFY_REFRESH_TOKEN. None with `--profile`. */
export async function findVariableFolders(context: Context): Promise<readonly string[]> {
  const { profileIsNamed, environment } = context;
  const { refreshToken } = environment;
  if (profileIsNamed || !refreshToken) return [];
  const records = (await readSavedRecords(context)).filter(({ profile }) => profile === undefined);
  const isKnown = await Promise.all(records.map(({ record }) => knowsToken(record, refreshToken)));
  return records.filter((_, index) => isKnown[index]).map(({ folder }) => folder);
}

/**
 * Chooses the record of this run, and makes the messages of the run name it. If there are both a variable and a profile,
 * standard error says which is used.
 * @throws RefrainError as `chooseRecord` does
 */
export async function chooseRecordOfRun(context: CommandContext): Promise<RecordPlace> {
  const { home, environment, subject, stderr, clock } = context;
  const records = environment.refreshToken ? await readSavedRecords(context) : [];
  const chosen = await chooseRecord(context, records);
  subject.profile = chosen.profile;
  await removeUnused(home, clock.now(), chosen.profile === undefined ? chosen.folder : undefined);
  stderr.write(await describeChoice(chosen, records, context));
  return chosen;
}

/** One line that says which token is used. Empty unless there are both a variable and a profile. */
export async function describeChoice(
  { profile }: RecordPlace,
  records: readonly SavedRecord[],
  context: CommandContext,
): Promise<string> {
  const { environment, profileIsNamed } = context;
  const { refreshToken } = environment;
  const profiles = records.filter((saved) => saved.profile !== undefined && isLive(saved.record));
  if (!refreshToken || profiles.length === 0) return '';
  const hash = await hashToken(refreshToken);
  const isRefused = profiles.some((saved) => saved.profile === profile && saved.record.refusedSeed === hash);
  return wrapFor(context)(choiceText(profile, profileIsNamed, isRefused));
}

/** @param isRefused whether the profile has tried the variable's token, and Spotify refused it */
function choiceText(profile: string | undefined, profileIsNamed: boolean, isRefused: boolean): string {
  if (profile === undefined) {
    return 'Using the token in SPOTIFY_REFRESH_TOKEN, not a saved profile (--profile NAME selects one).\n';
  }
  const using = `Using profile \u201c${profile}\u201d`;
  if (isRefused) return `${using}. SPOTIFY_REFRESH_TOKEN is not used: Spotify rejected its token.\n`;
  return profileIsNamed
    ? `${using}. SPOTIFY_REFRESH_TOKEN is ignored.\n`
    : `${using}, which knows the token in SPOTIFY_REFRESH_TOKEN.\n`;
}
