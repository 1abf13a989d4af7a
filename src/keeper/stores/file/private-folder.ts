import { constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createId } from '../create-id.ts';
import { ignoreCodes, ignoreErrors, makeFolders, type FileSystem } from './file-system.ts';
import { checkOwner, checkOwnerAbove, createNoModesError, createUnsafeError, isOpenToOthers } from './private-file.ts';

/**
 * Whether a folder exists. If it does, only its owner can use it, and others can change none of the folders above it, up
 * to `root`.
 * @throws RefrainError `store_unsafe` if one is a link or not a folder, belongs to another user, or other users can use
 * it (`path`) or change it (those above)
 */
export async function isPrivateFolder(fileSystem: FileSystem, path: string, root = path): Promise<boolean> {
  for (const folder of listFolders(root, path)) {
    const facts = await ignoreCodes(['ENOENT'], fileSystem.lstat(folder));
    if (facts === undefined) return false;
    if (facts.isSymbolicLink()) throw createUnsafeError(folder, await describeLink(fileSystem, folder));
    if (!facts.isDirectory()) throw createUnsafeError(folder, 'is not a folder');
    try {
      (folder === path ? checkOwner : checkOwnerAbove)(folder, facts);
    } catch (error) {
      const isDiskAtFault = isOpenToOthers(facts) && (await ignoresModes(fileSystem, folder));
      throw isDiskAtFault ? createNoModesError(folder, facts) : error;
    }
  }
  return true;
}

/** Whether a new folder for its owner only is open to others. False if none can be created. */
async function ignoresModes(fileSystem: FileSystem, parent: string): Promise<boolean> {
  const trial = join(parent, `new.${createId()}`);
  try {
    await fileSystem.mkdir(trial, { recursive: false, mode: 0o700 });
    return isOpenToOthers(await fileSystem.lstat(trial));
  } catch {
    return false;
  } finally {
    await ignoreErrors(fileSystem.rmdir(trial));
  }
}

/** All folders from `root` down to `path`. */
function listFolders(root: string, path: string): readonly string[] {
  return path === root || dirname(path) === path ? [path] : [...listFolders(root, dirname(path)), path];
}

async function describeLink(fileSystem: FileSystem, path: string): Promise<string> {
  const exists = await ignoreCodes(['ENOENT'], openFolder(fileSystem, path)).catch(() => 'unknown');
  if (exists === undefined) return 'is a broken link: no such folder (ENOENT)';
  if (typeof exists !== 'string') await ignoreErrors(exists.close());
  return 'is a link';
}

const openFolder = (fileSystem: FileSystem, path: string) =>
  fileSystem.open(path, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0));

/** Syncs a folder, so that its names survive a power cut. */
export async function syncFolder(fileSystem: FileSystem, path: string): Promise<void> {
  // Windows has a journal for names and cannot sync a folder. Some mounted folders cannot be synced either.
  if (process.platform === 'win32') return;
  const folder = await openFolder(fileSystem, path);
  try {
    await ignoreCodes(['EINVAL', 'ENOTSUP', 'ENOSYS'], folder.sync());
  } finally {
    await ignoreErrors(folder.close());
  }
}

/**
 * Creates a folder that only its owner can use, and missing folders above it.
 * @throws RefrainError as `isPrivateFolder` does; then no folder is created
 */
export async function createPrivateFolder(fileSystem: FileSystem, path: string, root = path): Promise<void> {
  if (await isPrivateFolder(fileSystem, path, root)) return;
  const first = await makeFolders(path, { fileSystem, mode: 0o700 });
  if (first === undefined) {
    await isPrivateFolder(fileSystem, path, root);
    return;
  }
  const created = listFolders(first, path).toReversed();
  try {
    await isPrivateFolder(fileSystem, path, root);
    for (const folder of created) await syncFolder(fileSystem, dirname(folder));
  } catch (error) {
    for (const folder of created) await ignoreErrors(fileSystem.rmdir(folder));
    throw error;
  }
}
