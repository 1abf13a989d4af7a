import { constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifPossible, unless } from './file-failure.ts';
import type { FileSystem } from './file-system.ts';
import { createPrivateFile, requireOwn, unsafe } from './private-file.ts';
import { fileName } from './version-names.ts';

/** Never given twice, so that no name ever comes back. By the global `crypto`, which is loaded only where it is used. */
export function newId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex');
}

/**
 * Whether a folder is there and ours alone.
 * @throws RefrainError `store_unsafe` where it is a link, no folder, not ours, or open to others
 */
export async function isOwnFolder(fileSystem: FileSystem, path: string): Promise<boolean> {
  const facts = await unless(['ENOENT'], fileSystem.lstat(path));
  if (facts === undefined) return false;
  if (facts.isSymbolicLink()) throw unsafe(path, 'is a link');
  if (!facts.isDirectory()) throw unsafe(path, 'is no folder');
  requireOwn(path, facts);
  return true;
}

/** Makes the names in a folder last through a power cut. */
export async function syncFolder(fileSystem: FileSystem, path: string): Promise<void> {
  // Windows keeps its own journal of names and syncs no folder; some mounted folders can't either.
  if (process.platform === 'win32') return;
  const folder = await fileSystem.open(path, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0));
  try {
    await unless(['EINVAL', 'ENOTSUP', 'ENOSYS'], folder.sync());
  } finally {
    await ifPossible(folder.close());
  }
}

/** Makes the profile's folder, and those above that are missing, for their owner alone. */
export async function makeOwnFolder(fileSystem: FileSystem, path: string): Promise<void> {
  if (await isOwnFolder(fileSystem, path)) return;
  const first = await fileSystem.mkdir(path, { recursive: true, mode: 0o700 });
  await isOwnFolder(fileSystem, path);
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(fileSystem, dirname(made));
}

const beginning = /^new\.[0-9a-f]{16}$/;

/**
 * Makes the folder of the versions, with the name of version 0 (nothing) already in it. It is filled beside its place
 * and moved there whole; where a filled one stands, the move fails: so there is one beginning, and no second.
 */
export async function beginVersions(fileSystem: FileSystem, versions: string): Promise<void> {
  const parent = dirname(versions);
  const id = newId();
  const made = join(parent, `new.${id}`);
  // EPERM and EACCES are Windows's words for it; ENOENT: another one has begun, and tidied this away.
  const taken = ['ENOTEMPTY', 'EEXIST', 'ENOENT', ...(process.platform === 'win32' ? ['EPERM', 'EACCES'] : [])];
  await fileSystem.mkdir(made, { recursive: false, mode: 0o700 });
  try {
    await unless(taken, fill(fileSystem, made, fileName('current', { number: 0, id })));
    await unless(taken, fileSystem.rename(made, versions));
    await syncFolder(fileSystem, parent);
  } finally {
    await removeBeginning(fileSystem, made, id);
  }
}

async function fill(fileSystem: FileSystem, folder: string, name: string): Promise<void> {
  await createPrivateFile(fileSystem, join(folder, name), '');
  await syncFolder(fileSystem, folder);
}

async function removeBeginning(fileSystem: FileSystem, made: string, id: string): Promise<void> {
  await ifPossible(fileSystem.unlink(join(made, fileName('current', { number: 0, id }))));
  await ifPossible(fileSystem.rmdir(made));
}

/** Removes what others left who began and died. Whoever still begins finds that it has begun. */
export async function removeBeginnings(fileSystem: FileSystem, parent: string): Promise<void> {
  for (const { name } of await fileSystem.readdir(parent, { withFileTypes: true })) {
    if (beginning.test(name)) await removeBeginning(fileSystem, join(parent, name), name.slice('new.'.length));
  }
}
