import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { describeCode, makeFolders, shortenPath } from '../../../keeper/stores/file/file-system.ts';
import { usageError } from '../../context/usage-error.ts';
import { profilesFolder, variablesFolder } from '../../profile/records/record-folders.ts';

/**
 * Creates the folder of a snapshot, and refuses one that holds saved tokens: it is there to be published.
 * @param home the folder of the saved tokens; it may not exist
 * @returns its absolute path
 * @throws RefrainError `wrong_usage`; `store_failed` if it cannot be created
 */
export async function openFolder(path: string, home: string): Promise<string> {
  if (path.trim() === '') throw usageError('DIR is missing: the folder to write to.');
  // Before it is created: a new folder among the profiles would be a profile.
  if (await holdsTokens(path, home)) {
    throw usageError(
      `Your saved tokens are in ${nameFolder(path)} (${home}), and a snapshot is published. Use another folder.`,
    );
  }
  return withFolder(path, async () => {
    const facts = await makeFolders(path)
      .then(() => stat(path))
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOTDIR') return undefined;
        throw error;
      });
    if (!facts?.isDirectory()) throw usageError(`${path} is not a folder.`);
    return realpath(path);
  });
}

/** A folder as it was typed. A path that ends in dots names nothing, so it is shown in full. */
export function nameFolder(path: string): string {
  return /(?:^|[/\\])\.{1,2}[/\\]*$/.test(path) ? resolve(path) : path;
}

/** Whether a folder holds the saved tokens, or is among them. */
async function holdsTokens(path: string, home: string): Promise<boolean> {
  const folder = await findRealPath(path);
  const tokens = await Promise.all([profilesFolder(home), variablesFolder(home)].map(findRealPath));
  const isIn = (inner: string, outer: string) => !/^(?:\.\.(?:[/\\]|$)|[A-Za-z]:)/.test(relative(outer, inner));
  return tokens.some((place) => isIn(place, folder) || isIn(folder, place));
}

/** The path without links, also of a file or folder that is not there yet. */
async function findRealPath(path: string): Promise<string> {
  const parent = dirname(resolve(path));
  return realpath(path).catch(async () =>
    parent === resolve(path) ? parent : join(await findRealPath(parent), basename(path)),
  );
}

/**
 * Does work in the folder.
 * @throws RefrainError `store_failed` if the system refuses it
 */
export async function withFolder<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isRefrainError(error)) throw error;
    const { code, path: where = path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new RefrainError('store_failed', {
      detail: `${shortenPath(where)} cannot be written: ${describeCode(error)}.`,
      cure: 'Make room there, change its permissions, or use another folder.',
    });
  }
}
