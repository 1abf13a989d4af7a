import { isRefrainError } from '../../../errors/refrain-error.ts';
import { isLive, knowsToken, readRecord, type KeptRecord } from '../../../keeper/record/record.ts';
import { type Disk, openRecordStore, profileFolder, profileNames, variableFolders } from './record-folders.ts';

/** Where a token is saved: in a profile, or in a record of its own for a token in SPOTIFY_REFRESH_TOKEN. */
export interface RecordPlace {
  /** Undefined for a variable's record. */
  readonly profile: string | undefined;
  readonly folder: string;
}

/** A record that was read; a tombstone too. */
export interface SavedRecord extends RecordPlace {
  readonly record: KeptRecord;
}

/** The app and the server that a token belongs to. */
export interface TokenApp {
  readonly accountsUrl: string;
  /** Undefined: any. */
  readonly clientId: string | undefined;
}

/**
 * Reads all profiles and variables' records, profiles first. One that cannot be read is left out: no command can use its
 * token.
 * @throws RefrainError `record_newer`, because a later Refrain can use the token
 */
export async function readSavedRecords(disk: Disk): Promise<readonly SavedRecord[]> {
  const { home } = disk;
  const profiles = (await profileNames(home)).map((profile) => ({ profile, folder: profileFolder(home, profile) }));
  const variables = (await variableFolders(home)).map((folder) => ({ profile: undefined, folder }));
  const records = await Promise.all([...profiles, ...variables].map((place) => readPlace(place, disk)));
  return records.filter((saved) => saved !== undefined);
}

async function readPlace(place: RecordPlace, disk: Disk): Promise<SavedRecord | undefined> {
  try {
    const stored = await openRecordStore(disk, place.folder).read();
    return stored && { ...place, record: readRecord(stored.record) };
  } catch (error) {
    if (isRefrainError(error) && error.code !== 'record_newer') return undefined;
    throw error;
  }
}

/**
 * The record that knows a token: it holds it now, or held it before. If several do: one with a token before a tombstone,
 * then the one with the latest consent, because each login marks the variable's token as known to it.
 * @param app a variable's record of another app does not count: the client ID may have been wrong then
 */
export async function findRecord(
  refreshToken: string,
  app: TokenApp,
  records: readonly SavedRecord[],
): Promise<SavedRecord | undefined> {
  const isKnown = await Promise.all(records.map(({ record }) => knowsToken(record, refreshToken)));
  const [found] = records
    .filter((saved, index) => isKnown[index] && (saved.profile !== undefined || isOfApp(saved, app)))
    .toSorted(
      (one, other) =>
        Number(isLive(other.record)) - Number(isLive(one.record)) || other.record.generation - one.record.generation,
    );
  return found;
}

/** Whether the token of a record belongs to this app and server. */
export function isOfApp({ record }: SavedRecord, { accountsUrl, clientId }: TokenApp): boolean {
  return record.accountsUrl === accountsUrl && (clientId === undefined || record.clientId === clientId);
}
