import { join } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { createId } from '../../platform/create-id.ts';
import type { TokenStore } from '../token-store.ts';
import { ignoreCodes, ignoreErrors, type FileSystem } from './file-system.ts';
import {
  createPrivateFile,
  createPrivateFolder,
  isPrivateFolder,
  readPrivateFile,
  syncFolder,
} from './private-files.ts';
import {
  findCurrentVersion,
  getFileName,
  findLeftovers,
  parseFileName,
  formatVersion,
  type Version,
} from './version-names.ts';
import { createVersionsFolder, removeProofs, removeStarts } from './versions-folder.ts';

/** The methods of a store in a folder. */
export interface RecordFiles extends TokenStore {
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
 * The steps of the file store in one folder. They throw the file system's own errors.
 * @param home an absolute path
 * @param top `home`, or a folder above it: it and all folders between are checked too
 */
export function openRecordFiles(home: string, top: string, fileSystem: FileSystem): RecordFiles {
  const versions = join(home, 'versions');
  const pathOf = (...name: Parameters<typeof getFileName>) => join(versions, getFileName(...name));

  async function listFiles(): Promise<Set<string> | undefined> {
    if (!(await isPrivateFolder(fileSystem, home, top)) || !(await isPrivateFolder(fileSystem, versions))) {
      return undefined;
    }
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

  const read: RecordFiles['read'] = async () => {
    for (let count = 0; count < maxListings; count += 1) {
      const found = await findCurrent();
      if (found === undefined || found.current.number === 0) return undefined;
      const { current, isComplete, names } = found;
      const aside = getFileName('set-aside', current);
      if (!isComplete) {
        throw createCorruptError(names.has(aside) ? join(versions, aside) : `${pathOf('record', current)} is missing`);
      }
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

  const replace: RecordFiles['replace'] = async (record, version) => {
    await createPrivateFolder(fileSystem, home, top);
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

  const setAside: RecordFiles['setAside'] = async (version) => {
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

  const removeSetAside: RecordFiles['removeSetAside'] = async () => {
    const found = await findCurrent();
    if (found === undefined) return;
    await tidy(found.current);
    await removeProofs(fileSystem, home);
    const names = [...found.names].filter((name) => parseFileName(name)?.kind === 'set-aside');
    await Promise.all(names.map((name) => ignoreCodes(['ENOENT'], fileSystem.unlink(join(versions, name)))));
    if (names.length > 0) await syncFolder(fileSystem, versions);
  };

  return { read, replace, setAside, removeSetAside };
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
