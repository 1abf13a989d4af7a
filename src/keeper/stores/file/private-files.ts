import { constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { createId } from '../../platform/create-id.ts';
import {
  getErrorCode,
  ignoreCodes,
  ignoreErrors,
  makeFolders,
  type FileFacts,
  type FileSystem,
} from './file-system.ts';

// Files and folders that only their owner can use. What other users can use is refused with `store_unsafe`.

const { O_CREAT, O_EXCL, O_RDONLY, O_WRONLY } = constants;
// Windows has neither. Without O_NONBLOCK, to open a pipe would wait for a writer.
const safeFlags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The largest file that is read, in bytes. A record has a few thousand. */
export const maxFileSize = 1_000_000;

/** @throws RefrainError `store_unsafe` if a file or folder belongs to another user, or other users can use it */
function checkOwner(path: string, facts: FileFacts): void {
  const user = process.geteuid?.();
  // Windows has no user IDs and modes; see `windowsProtection`.
  if (user === undefined) return;
  if (facts.uid !== user) throw createUnsafeError(path, `belongs to another user (${facts.uid})`);
  if (isOpenToOthers(facts)) throw createUnsafeError(path, `can be used by others (${formatMode(facts)})`);
}

/**
 * Judges a folder above the private ones: others may see it, but must not be able to replace what is in it.
 * @throws RefrainError `store_unsafe` if others can write to it; root may own it
 */
function checkOwnerAbove(path: string, facts: FileFacts): void {
  const user = process.geteuid?.();
  if (user === undefined) return;
  if (facts.uid !== user && facts.uid !== 0) throw createUnsafeError(path, `belongs to another user (${facts.uid})`);
  if ((facts.mode & 0o022) !== 0) throw createUnsafeError(path, `can be changed by others (${formatMode(facts)})`);
}

/** Whether other users can use a file or folder. Always false on Windows, which has no modes. */
export function isOpenToOthers({ mode }: Pick<FileFacts, 'mode'>): boolean {
  return process.geteuid !== undefined && (mode & 0o077) !== 0;
}

function formatMode({ mode }: FileFacts): string {
  return `mode ${(mode & 0o777).toString(8)}`;
}

/** For a file or folder that was just created for its owner only, and is open to others. */
function createNoModesError(path: string, facts: FileFacts): RefrainError {
  return createUnsafeError(path, `is on a disk that keeps no permissions (${formatMode(facts)})`);
}

function createUnsafeError(path: string, what: string): RefrainError {
  return new RefrainError('store_unsafe', { detail: `${path} ${what}` });
}

/**
 * Creates a file that only its owner can read, from its first moment. It is synced when this resolves.
 * @throws RefrainError `store_unsafe` if the disk keeps no permissions
 */
export async function createPrivateFile(fileSystem: FileSystem, path: string, text: string): Promise<void> {
  await createFile(fileSystem, path, text, (facts) => {
    if (isOpenToOthers(facts)) throw createNoModesError(path, facts);
  });
}

/** Some disks have no modes: they refuse to change one, or ignore it. What they show then decides. */
const noModes = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * Creates a synced file, for its owner only if the disk keeps modes.
 * @param check gets the facts before anything is written; what it throws leaves no file
 */
export async function createFile(
  fileSystem: FileSystem,
  path: string,
  data: string | Uint8Array,
  check: (facts: FileFacts) => void,
): Promise<void> {
  const file = await fileSystem.open(path, O_WRONLY | O_CREAT | O_EXCL | safeFlags, 0o600);
  try {
    // The umask may have removed bits.
    await ignoreCodes(noModes, file.chmod(0o600));
    check(await file.stat());
    await file.writeFile(data);
    await file.sync();
    await file.close();
  } catch (error) {
    await ignoreErrors(file.close());
    await ignoreErrors(fileSystem.unlink(path));
    throw error;
  }
}

/**
 * Reads a file. Undefined if it does not exist.
 * @throws RefrainError `store_unsafe` if it is a link or not a regular file, belongs to another user, or other users can
 * use it; `store_failed` if it is larger than 1 MB
 */
export async function readPrivateFile(fileSystem: FileSystem, path: string): Promise<Uint8Array | undefined> {
  const file = await ignoreCodes(['ENOENT'], fileSystem.open(path, O_RDONLY | safeFlags)).catch((error: unknown) => {
    // ELOOP by POSIX; EMLINK and EFTYPE elsewhere. ENXIO: a socket.
    throw ['ELOOP', 'EMLINK', 'EFTYPE', 'ENXIO'].includes(getErrorCode(error) ?? '')
      ? createUnsafeError(path, 'is not a regular file')
      : error;
  });
  if (file === undefined) return undefined;
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw createUnsafeError(path, 'is not a regular file');
    checkOwner(path, facts);
    if (facts.size > maxFileSize) throw new RefrainError('store_failed', { detail: `${path} is larger than 1 MB` });
    return await file.readFile();
  } finally {
    await ignoreErrors(file.close());
  }
}

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

/** How a token is protected on Windows, for a command to show. */
export const windowsProtection =
  'Windows has no file modes. A folder in your user profile can be read only by you, the system and administrators: ' +
  'this takes the place of 0600. Refrain does not check it. For a folder elsewhere, run: ' +
  'icacls FOLDER /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F"';
