import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { describeCode, getErrorCode, ignoreErrors, shortenPath } from '../../../keeper/stores/file/file-system.ts';
import { day } from '../../../text/durations.ts';
import { sha256 } from '../../../text/hash.ts';

/** Days after which a variable's record that no command has used is removed. Its token has expired by then. */
const maxUnusedDays = 200;

const namePattern = /^[0-9a-f]{32}$/;

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

/**
 * The folders of all variables' records.
 * @throws RefrainError `store_failed` if they cannot be listed
 */
export async function variableFolders(home: string): Promise<readonly string[]> {
  const folder = variablesFolder(home);
  try {
    const names = (await readdir(folder)).filter((name) => namePattern.test(name));
    return names.toSorted().map((name) => join(folder, name));
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return [];
    throw new RefrainError('store_failed', { detail: `${shortenPath(folder)}: ${describeCode(error)}` });
  }
}

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
