import { constants } from 'node:fs/promises';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { getErrorCode, ignoreErrors, ignoreCodes } from './file-system.ts';
import type { FileFacts, FileSystem } from './file-system.ts';

const { O_CREAT, O_EXCL, O_RDONLY, O_WRONLY } = constants;
// Windows has neither. Without O_NONBLOCK, to open a pipe would wait for a writer.
const safeFlags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The largest file that is read, in bytes. A record has a few thousand. */
export const maxFileSize = 1_000_000;

/** @throws RefrainError `store_unsafe` if a file or folder belongs to another user, or other users can use it */
export function checkOwner(path: string, facts: FileFacts): void {
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
export function checkOwnerAbove(path: string, facts: FileFacts): void {
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
export function createNoModesError(path: string, facts: FileFacts): RefrainError {
  return createUnsafeError(path, `is on a disk that keeps no permissions (${formatMode(facts)})`);
}

export function createUnsafeError(path: string, what: string): RefrainError {
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

/** How a token is protected on Windows, for a command to show. */
export const windowsProtection =
  'Windows has no file modes. A folder in your user profile can be read only by you, the system and administrators: ' +
  'this takes the place of 0600. Refrain does not check it. For a folder elsewhere, run: ' +
  'icacls FOLDER /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F"';
