import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStore, type FileStore } from '../../keeper/stores/file/file-store.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { isProfileName, profileNameOf } from './profile-name.ts';

/** Where a profile is kept: a folder of its own. */
export function profileFolder(home: string, name: string): string {
  return join(home, 'profiles', profileNameOf(name));
}

/** The store of a profile. Nothing is made before something is kept. */
export function profileStore(home: string, name: string): FileStore {
  return fileStore({ folder: profileFolder(home, name) });
}

/**
 * The names of all profiles that ever kept something, in the order of the alphabet.
 * @throws RefrainError `store_failed` where the folder is there and cannot be read
 */
export async function profileNames(home: string): Promise<readonly string[]> {
  const folder = join(home, 'profiles');
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => isProfileName(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string };
    if (code === 'ENOENT') return [];
    throw new RefrainError('store_failed', { detail: `${folder} (${code})` });
  }
}
