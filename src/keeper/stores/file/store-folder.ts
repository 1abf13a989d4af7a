import { constants } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ignoreErrors, ignoreCodes, makeFolders } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import {
  checkOwner,
  checkOwnerAbove,
  createNoModesError,
  createPrivateFile,
  createUnsafeError,
  isOpenToOthers,
} from './private-file.ts';
import { getFileName, parseFileName } from './version-names.ts';

/** 64 random bits, so that no name is used twice. The global `crypto` is loaded only if it is used. */
export function createId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex');
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

const startPattern = /^new\.[0-9a-f]{16}$/;

/**
 * Creates the folder of the versions, with the file of version 0 (no record) in it. It is filled under another name and
 * then renamed. The rename fails if there is a filled folder already, so the folder is never created twice.
 */
export async function createVersionsFolder(fileSystem: FileSystem, versions: string): Promise<void> {
  const parent = dirname(versions);
  const id = createId();
  const made = join(parent, `new.${id}`);
  // Windows fails with EPERM or EACCES. ENOENT: another process has created it, and removed this one.
  const taken = ['ENOTEMPTY', 'EEXIST', 'ENOENT', ...(process.platform === 'win32' ? ['EPERM', 'EACCES'] : [])];
  await fileSystem.mkdir(made, { recursive: false, mode: 0o700 });
  try {
    await ignoreCodes(taken, fillFolder(fileSystem, made, getFileName('current', { number: 0, id })));
    await ignoreCodes(taken, fileSystem.rename(made, versions));
    await syncFolder(fileSystem, parent);
  } finally {
    await removeStart(fileSystem, made);
  }
}

async function fillFolder(fileSystem: FileSystem, folder: string, name: string): Promise<void> {
  await createPrivateFile(fileSystem, join(folder, name), '');
  await syncFolder(fileSystem, folder);
}

async function removeStart(fileSystem: FileSystem, made: string): Promise<void> {
  const id = basename(made).slice('new.'.length);
  await ignoreErrors(fileSystem.unlink(join(made, getFileName('current', { number: 0, id }))));
  await ignoreErrors(fileSystem.rmdir(made));
}

/** Removes what killed processes left. A process that is still creating the folder finds that it exists. */
export async function removeStarts(fileSystem: FileSystem, parent: string): Promise<void> {
  for (const { name } of await fileSystem.readdir(parent, { withFileTypes: true })) {
    if (startPattern.test(name)) await removeStart(fileSystem, join(parent, name));
  }
}

/**
 * Proves that a folder can hold a record: writes one in a folder of its own beside the real one, and removes it.
 * @param write writes a record of the largest size into the folder that it gets
 */
export async function proveFolder(
  fileSystem: FileSystem,
  path: string,
  write: (folder: string) => Promise<unknown>,
): Promise<void> {
  const trial = join(path, `proof.${createId()}`);
  try {
    await write(trial);
  } finally {
    await removeProof(fileSystem, trial);
  }
}

/** Removes the proofs of killed processes, which hold no secret. */
export async function removeProofs(fileSystem: FileSystem, parent: string): Promise<void> {
  for (const { name } of await fileSystem.readdir(parent, { withFileTypes: true })) {
    if (/^proof\.[0-9a-f]{16}$/.test(name)) await removeProof(fileSystem, join(parent, name));
  }
}

async function removeProof(fileSystem: FileSystem, trial: string): Promise<void> {
  const versions = join(trial, 'versions');
  await ignoreErrors(removeStarts(fileSystem, trial));
  const entries = await fileSystem.readdir(versions, { withFileTypes: true }).catch(() => []);
  const names = entries.map(({ name }) => name).filter((name) => parseFileName(name) !== undefined);
  for (const name of names) await ignoreErrors(fileSystem.unlink(join(versions, name)));
  await ignoreErrors(fileSystem.rmdir(versions));
  await ignoreErrors(fileSystem.rmdir(trial));
}
