import { constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ignoreErrors, ignoreCodes } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { createPrivateFile, checkOwner, createUnsafeError } from './private-file.ts';
import { getFileName } from './version-names.ts';

/** 64 random bits, so that no name is used twice. The global `crypto` is loaded only if it is used. */
export function createId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex');
}

/**
 * Whether a folder exists. If it does, only its owner can use it.
 * @throws RefrainError `store_unsafe` if it is a link or not a folder, belongs to another user, or other users can use it
 */
export async function isPrivateFolder(fileSystem: FileSystem, path: string): Promise<boolean> {
  const facts = await ignoreCodes(['ENOENT'], fileSystem.lstat(path));
  if (facts === undefined) return false;
  if (facts.isSymbolicLink()) throw createUnsafeError(path, 'is a link');
  if (!facts.isDirectory()) throw createUnsafeError(path, 'is not a folder');
  checkOwner(path, facts);
  return true;
}

/** Syncs a folder, so that its names survive a power cut. */
export async function syncFolder(fileSystem: FileSystem, path: string): Promise<void> {
  // Windows has a journal for names and cannot sync a folder. Some mounted folders cannot be synced either.
  if (process.platform === 'win32') return;
  const folder = await fileSystem.open(path, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0));
  try {
    await ignoreCodes(['EINVAL', 'ENOTSUP', 'ENOSYS'], folder.sync());
  } finally {
    await ignoreErrors(folder.close());
  }
}

/** Creates a folder that only its owner can use, and missing folders above it. */
export async function createPrivateFolder(fileSystem: FileSystem, path: string): Promise<void> {
  if (await isPrivateFolder(fileSystem, path)) return;
  const first = await fileSystem.mkdir(path, { recursive: true, mode: 0o700 });
  await isPrivateFolder(fileSystem, path);
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(fileSystem, dirname(made));
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
    await removeStart(fileSystem, made, id);
  }
}

async function fillFolder(fileSystem: FileSystem, folder: string, name: string): Promise<void> {
  await createPrivateFile(fileSystem, join(folder, name), '');
  await syncFolder(fileSystem, folder);
}

async function removeStart(fileSystem: FileSystem, made: string, id: string): Promise<void> {
  await ignoreErrors(fileSystem.unlink(join(made, getFileName('current', { number: 0, id }))));
  await ignoreErrors(fileSystem.rmdir(made));
}

/** Removes what killed processes left. A process that is still creating the folder finds that it exists. */
export async function removeStarts(fileSystem: FileSystem, parent: string): Promise<void> {
  for (const { name } of await fileSystem.readdir(parent, { withFileTypes: true })) {
    if (startPattern.test(name)) await removeStart(fileSystem, join(parent, name), name.slice('new.'.length));
  }
}
