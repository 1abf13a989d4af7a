import type { Dirent } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { fileStore, type FileStore } from '../../../keeper/stores/file/file-store.ts';
import { describeCode, getErrorCode, ignoreErrors, shortenPath } from '../../../keeper/stores/file/file-system.ts';
import { day } from '../../../text/durations.ts';
import { sha256 } from '../../../text/hash.ts';
import type { CommandContext } from '../../context/context.ts';
import { isProfileName, profileNameOf } from './profile-name.ts';

// Each record has a folder of its own in REFRAIN_HOME: `profiles/NAME`, or `variables/HASH` for a token in
// SPOTIFY_REFRESH_TOKEN.

/** The folder of all profiles. */
export const profilesFolder = (home: string): string => join(home, 'profiles');

/** The folder of a profile. */
export function profileFolder(home: string, name: string): string {
  return join(profilesFolder(home), profileNameOf(name));
}

/**
 * The names of all profiles that have ever held a token, sorted.
 * @throws RefrainError `store_failed` if the folder exists and cannot be read
 */
export async function profileNames(home: string): Promise<readonly string[]> {
  const entries = await listFolder(profilesFolder(home));
  return entries
    .filter((entry) => isProfileName(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
    .map(({ name }) => name)
    .toSorted();
}

/** The folder of all records of variables. */
export const variablesFolder = (home: string): string => join(home, 'variables');

/** The folder for the record of a token in SPOTIFY_REFRESH_TOKEN: the same for each run with the same app and token. */
export async function variableFolder(
  home: string,
  token: { readonly accountsUrl: string; readonly clientId: string; readonly refreshToken: string },
): Promise<string> {
  const hash = await sha256([token.accountsUrl, token.clientId, token.refreshToken].join('\n'));
  return join(variablesFolder(home), Buffer.from(hash).toString('hex').slice(0, 32));
}

const hashPattern = /^[0-9a-f]{32}$/;

/**
 * The folders of all variables' records.
 * @throws RefrainError `store_failed` if they cannot be listed
 */
export async function variableFolders(home: string): Promise<readonly string[]> {
  const folder = variablesFolder(home);
  const names = (await listFolder(folder)).map(({ name }) => name).filter((name) => hashPattern.test(name));
  return names.toSorted().map((name) => join(folder, name));
}

/** What is in a folder: nothing if it does not exist. */
async function listFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return [];
    throw new RefrainError('store_failed', { detail: `${shortenPath(folder)}: ${describeCode(error)}` });
  }
}

/** Days after which a variable's record that no command has used is removed. Its token has expired by then. */
const maxUnusedDays = 200;

/**
 * Removes the variables' records that no command has used for 200 days. Does not fail.
 * @param now epoch milliseconds
 * @param used the folder of the record that is used now: it gets this time, as its time of modification
 */
export async function removeUnused(home: string, now: number, used: string | undefined): Promise<void> {
  // The record may not exist yet, or the disk may be read-only.
  if (used !== undefined) await ignoreErrors(utimes(used, now / 1000, now / 1000));
  const folders = await variableFolders(home).catch(() => []);
  await Promise.all(folders.filter((folder) => folder !== used).map((folder) => removeIfUnused(folder, now)));
}

async function removeIfUnused(folder: string, now: number): Promise<void> {
  const facts = await stat(folder).catch(() => undefined);
  if (!facts || now - facts.mtimeMs < maxUnusedDays * day) return;
  await ignoreErrors(rm(folder, { recursive: true, force: true }));
}

/** Where records are saved. */
export type Disk = Pick<CommandContext, 'home' | 'fileSystem'>;

/** Opens the store of a record. It checks all folders up to REFRAIN_HOME: other users must not be able to change them. */
export function openRecordStore({ home, fileSystem }: Disk, folder: string): FileStore {
  return fileStore({ folder, root: home, fileSystem });
}

/**
 * Proves that the profile can be saved, with a real write. Call it before a sign-in at Spotify, and before a token
 * that has no record is sent to Spotify. A keeper needs no proof, because it saves its claim before each refresh.
 * @throws RefrainError `store_failed`, `store_unsafe`
 */
export async function proveProfileStore(context: Disk & Pick<CommandContext, 'profile'>): Promise<void> {
  await openRecordStore(context, profileFolder(context.home, context.profile)).prove();
}
