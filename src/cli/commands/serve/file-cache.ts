import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListeningCache } from '../../../listening/listening.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** The folder of the cached lists, beside the token that they were fetched with. */
export const listsFolder = (recordFolder: string): string => join(recordFolder, 'lists');

/**
 * Caches lists in files that only the user can read: what a person listens to is private until they publish it.
 * @param folder created when something is cached
 */
export function fileCache(folder: string): ListeningCache {
  // A key has characters that no file name may have on Windows.
  const pathOf = (key: string) => join(folder, `${encodeURIComponent(key)}.json`);
  return {
    async get(key) {
      return readFile(pathOf(key), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },
    set: (key, value) => writeWholeFile(pathOf(key), value, { folderMode: 0o700, fileMode: 0o600 }),
    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
