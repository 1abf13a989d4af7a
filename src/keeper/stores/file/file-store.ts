import { join, resolve } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { TokenStore } from '../token-store.ts';
import { ignoreErrors, withPath, ignoreCodes } from './file-system.ts';
import { machineFileSystem, type FileSystem } from './file-system.ts';
import { createPrivateFile, readPrivateFile } from './private-file.ts';
import {
  createVersionsFolder,
  isPrivateFolder,
  createPrivateFolder,
  createId,
  removeStarts,
  syncFolder,
} from './store-folder.ts';
import {
  findCurrentVersion,
  getFileName,
  findLeftovers,
  parseFileName,
  formatVersion,
  type Version,
} from './version-names.ts';

export type { FileSystem } from './file-system.ts';
export { windowsProtection } from './private-file.ts';

/** Options of `fileStore`. */
export interface FileStoreOptions {
  /**
   * The folder for this token. If it is missing, it is created with all folders above it, for the owner only (0700). It
   * may be on a slow network drive, but not on a drive that several machines synchronize.
   */
  readonly folder: string;
  /** For tests. Default: the file system of the machine. */
  readonly fileSystem?: FileSystem | undefined;
}

/** A store in a folder. */
export interface FileStore extends TokenStore {
  setAside(version: string): Promise<string>;
  /**
   * Deletes all records that were set aside, and files of killed writers. Call it after `forget`, which has replaced the
   * record with one without secrets.
   */
  removeSetAside(): Promise<void>;
}

/** A folder that shows no complete version is listed again so often: it is changing, or it is broken. */
const maxListings = 50;

/**
 * Stores a record in a folder, for any number of processes on one machine. There is no lock, so a killed process blocks
 * no other.
 *
 * The name of one empty file, `current.NUMBER.ID`, says which version is current. Its text is in `record.NUMBER.ID`. A
 * write syncs the new text to a file of its own, then renames `current` from the old version to the new one. The rename
 * is atomic, and only one process can do it, since the old name is then gone for all others. IDs are random, so no name
 * comes back: a process that was stopped for a long time finds its name gone, and its write fails. The first version is
 * safe too: version 0 gets its place as a filled folder.
 *
 * Files are created with mode 0600, folders with 0700. Links, files of other users, and files that other users can read
 * are refused. For Windows see `windowsProtection`.
 * @throws RefrainError from each method: `store_unsafe`, `store_failed` with the file system's code. A `replace` that
 * failed may still have written (a disk that fails in the last step), so read again.
 */
export function fileStore({ folder, fileSystem = machineFileSystem }: FileStoreOptions): FileStore {
  const home = resolve(folder);
  const versions = join(home, 'versions');
  const pathOf = (...name: Parameters<typeof getFileName>) => join(versions, getFileName(...name));

  async function listFiles(): Promise<Set<string> | undefined> {
    if (!(await isPrivateFolder(fileSystem, home)) || !(await isPrivateFolder(fileSystem, versions))) return undefined;
    const entries = await fileSystem.readdir(versions, { withFileTypes: true });
    // Only a file can be `current`. A record that is not a file counts, and is refused when it is opened.
    const counted = entries.filter((entry) => entry.isFile() || parseFileName(entry.name)?.kind === 'record');
    return new Set(counted.map(({ name }) => name));
  }

  /** The current version, and whether its record exists. Undefined if the store was never written. */
  async function findCurrent(): Promise<{ current: Version; isComplete: boolean; names: Set<string> } | undefined> {
    let before: Version | undefined;
    let names: Set<string> | undefined;
    for (let count = 0; count < maxListings; count += 1) {
      names = await listFiles();
      if (names === undefined) return undefined;
      const current = findCurrentVersion(names);
      if (current === undefined) continue;
      const isComplete = current.number === 0 || names.has(getFileName('record', current));
      // A listing that started before the record was written may show `current` without it. The next one shows both.
      if (isComplete || current.id === before?.id) return { current, isComplete, names };
      before = current;
    }
    if (names?.size === 0) return undefined;
    throw createCorruptError(`${versions} has no file current.*: move that folder away, then log in`);
  }

  /** Renames `current`. False if another process was faster. */
  async function moveCurrent(from: Version, to: Version): Promise<boolean> {
    const done = ignoreCodes(
      ['ENOENT'],
      fileSystem.rename(pathOf('current', from), pathOf('current', to)).then(() => true),
    );
    // A network file system may repeat a rename whose answer was lost, and then find nothing to rename.
    return (await done) ?? findCurrentVersion((await listFiles()) ?? [])?.id === to.id;
  }

  /** Deletes a record that did not become current. */
  async function withdraw(version: Version): Promise<void> {
    const current = findCurrentVersion((await listFiles()) ?? []);
    if (current !== undefined && current.id !== version.id) await fileSystem.unlink(pathOf('record', version));
  }

  async function tidy(current: Version): Promise<void> {
    await remove(findLeftovers((await listFiles()) ?? [], current));
    await removeStarts(fileSystem, home);
  }

  async function remove(leftovers: readonly string[]): Promise<void> {
    await Promise.all(leftovers.map((name) => ignoreErrors(fileSystem.unlink(join(versions, name)))));
  }

  /** A writer that was killed after its rename has left the earlier record, perhaps a token before a logout. */
  async function tidyForReader(current: Version, names: Set<string>): Promise<void> {
    const leftovers = findLeftovers(names, current);
    if (leftovers.length === 0) return;
    // That writer may not have synced. The new version must be durable before the old one is deleted.
    await syncFolder(fileSystem, versions);
    await remove(leftovers);
  }

  const read: FileStore['read'] = async () => {
    for (let count = 0; count < maxListings; count += 1) {
      const found = await findCurrent();
      if (found === undefined || found.current.number === 0) return undefined;
      const { current, isComplete, names } = found;
      const aside = getFileName('set-aside', current);
      if (!isComplete)
        throw createCorruptError(names.has(aside) ? join(versions, aside) : `${pathOf('record', current)} is missing`);
      const bytes = await readPrivateFile(fileSystem, pathOf('record', current));
      // Deleted since the listing: there is a newer version.
      if (bytes === undefined) continue;
      const record = decode(bytes);
      if (record === undefined) throw createCorruptError(await setAside(formatVersion(current)));
      await ignoreErrors(tidyForReader(current, names));
      return { record, version: formatVersion(current) };
    }
    throw new RefrainError('store_failed', { detail: `${versions} changes faster than it can be read` });
  };

  const replace: FileStore['replace'] = async (record, version) => {
    await createPrivateFolder(fileSystem, home);
    let found = await findCurrent();
    if (found === undefined) {
      await createVersionsFolder(fileSystem, versions);
      found = await findCurrent();
    }
    if (found === undefined) throw new RefrainError('store_failed', { detail: `${versions} was deleted meanwhile` });
    const { current, isComplete } = found;
    if ((isComplete && current.number > 0 ? formatVersion(current) : undefined) !== version) return false;
    const next = { number: current.number + 1, id: createId() };
    await createPrivateFile(fileSystem, pathOf('record', next), record);
    try {
      await syncFolder(fileSystem, versions);
      if (!(await moveCurrent(current, next))) {
        await ignoreErrors(fileSystem.unlink(pathOf('record', next)));
        return false;
      }
    } catch (error) {
      await ignoreErrors(withdraw(next));
      throw error;
    }
    await syncFolder(fileSystem, versions);
    await ignoreErrors(tidy(next));
    return true;
  };

  const setAside: FileStore['setAside'] = async (version) => {
    const file = parseFileName(`record.${version}`);
    if (file === undefined) throw new RefrainError('store_failed', { detail: `${versions}: no such version` });
    const aside = pathOf('set-aside', file);
    await ignoreCodes(['ENOENT'], fileSystem.rename(pathOf('record', file), aside));
    if ((await ignoreCodes(['ENOENT'], fileSystem.lstat(aside))) === undefined) {
      throw new RefrainError('store_failed', { detail: `${versions}: the record is not current any more` });
    }
    await syncFolder(fileSystem, versions);
    return aside;
  };

  const removeSetAside: FileStore['removeSetAside'] = async () => {
    const found = await findCurrent();
    if (found === undefined) return;
    await tidy(found.current);
    const names = [...found.names].filter((name) => parseFileName(name)?.kind === 'set-aside');
    await Promise.all(names.map((name) => ignoreCodes(['ENOENT'], fileSystem.unlink(join(versions, name)))));
    if (names.length > 0) await syncFolder(fileSystem, versions);
  };

  return {
    read: () => withPath(home, read),
    replace: (record, version) => withPath(home, () => replace(record, version)),
    setAside: (version) => withPath(home, () => setAside(version)),
    removeSetAside: () => withPath(home, removeSetAside),
  };
}

function createCorruptError(detail: string): RefrainError {
  return new RefrainError('record_corrupt', { detail });
}

/** Undefined if the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
