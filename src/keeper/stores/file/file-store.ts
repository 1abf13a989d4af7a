import { join, resolve } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { TokenStore } from '../token-store.ts';
import { ifPossible, sayingWhere, unless } from './file-failure.ts';
import { machineFileSystem, type FileSystem } from './file-system.ts';
import { createPrivateFile, readPrivateFile } from './private-file.ts';
import { beginVersions, isOwnFolder, makeOwnFolder, newId, removeBeginnings, syncFolder } from './store-folder.ts';
import { currentVersion, fileName, leftoverNames, parseFileName, versionText, type Version } from './version-names.ts';

export type { FileSystem } from './file-system.ts';
export { windowsProtection } from './windows-protection.ts';

/** Where a file store keeps its text. */
export interface FileStoreOptions {
  /**
   * The folder of this one token; made with all above it, for their owner alone (0700), where it is missing. One on a
   * network that answers late is fine; one that several machines copy to and fro (a synced drive) is not.
   */
  readonly folder: string;
  /** Stands in for the machine's own, in tests. */
  readonly fileSystem?: FileSystem | undefined;
}

/** A store in a folder. */
export interface FileStore extends TokenStore {
  setAside(version: string): Promise<string>;
  /**
   * Deletes what was ever set aside, and what writers left behind that died. For whoever forgets a token: call it once
   * the record without secrets is kept.
   */
  removeSetAside(): Promise<void>;
}

/** As often is a folder listed again that shows nothing whole: it is changing, or it is broken. */
const looks = 50;

/**
 * Keeps a record in a folder, for any number of processes on one machine. No lock: whoever dies blocks nobody.
 *
 * Which version stands is said by the name of one empty file, `current.NUMBER.ID`; its text is in `record.NUMBER.ID`.
 * To replace, the new text is written and synced beside the old, then `current` is renamed from the old version to the
 * new: one atomic step, which only one can make, since the name renamed is gone for all others. IDs are random, so no
 * name ever comes back: a process that was stopped for long finds its old name gone and has lost, whatever was written
 * meanwhile. Nobody can come too late for the first version either: number 0 is moved into place as a filled folder.
 *
 * Files are 0600 from birth, folders 0700; links, other people's files and files that others can read are refused. On
 * Windows see `windowsProtection`.
 * @throws RefrainError from every method: `store_unsafe`, and `store_failed` with the file system's code. A `replace`
 * that failed may still have written (a disk that fails in the last step): read again.
 */
export function fileStore({ folder, fileSystem = machineFileSystem }: FileStoreOptions): FileStore {
  const home = resolve(folder);
  const versions = join(home, 'versions');
  const pathOf = (...name: Parameters<typeof fileName>) => join(versions, fileName(...name));

  async function list(): Promise<Set<string> | undefined> {
    if (!(await isOwnFolder(fileSystem, home)) || !(await isOwnFolder(fileSystem, versions))) return undefined;
    const entries = await fileSystem.readdir(versions, { withFileTypes: true });
    // Only a file says what stands. A record that is none is there, and is refused when it is opened.
    const counts = entries.filter((entry) => entry.isFile() || parseFileName(entry.name)?.kind === 'record');
    return new Set(counts.map(({ name }) => name));
  }

  /** The version that stands, and whether its record does; undefined where nothing was ever begun. */
  async function look(): Promise<{ standing: Version; whole: boolean; names: Set<string> } | undefined> {
    let before: Version | undefined;
    let names: Set<string> | undefined;
    for (let count = 0; count < looks; count += 1) {
      names = await list();
      if (names === undefined) return undefined;
      const standing = currentVersion(names);
      if (standing === undefined) continue;
      const whole = standing.number === 0 || names.has(fileName('record', standing));
      // A listing that began before the record was there can show its `current` without it: the next one shows both.
      if (whole || standing.id === before?.id) return { standing, whole, names };
      before = standing;
    }
    if (names?.size === 0) return undefined;
    throw corrupt(`${versions} has lost its file current.*: move that folder away, then log in`);
  }

  /** Whether the version that stands was made the next. */
  async function advance(from: Version, to: Version): Promise<boolean> {
    const done = unless(
      ['ENOENT'],
      fileSystem.rename(pathOf('current', from), pathOf('current', to)).then(() => true),
    );
    // A network's file system may repeat a rename whose answer was lost, and then find nothing to rename.
    return (await done) ?? currentVersion((await list()) ?? [])?.id === to.id;
  }

  /** Takes a record back that was not made the next. */
  async function withdraw(version: Version): Promise<void> {
    const standing = currentVersion((await list()) ?? []);
    if (standing !== undefined && standing.id !== version.id) await fileSystem.unlink(pathOf('record', version));
  }

  async function tidy(standing: Version): Promise<void> {
    await remove(leftoverNames((await list()) ?? [], standing));
    await removeBeginnings(fileSystem, home);
  }

  async function remove(leftovers: readonly string[]): Promise<void> {
    await Promise.all(leftovers.map((name) => ifPossible(fileSystem.unlink(join(versions, name)))));
  }

  /** For a reader: what a writer left behind that died once its version stood, a token before a logout among it. */
  async function tidyAfterOthers(standing: Version, names: Set<string>): Promise<void> {
    const leftovers = leftoverNames(names, standing);
    if (leftovers.length === 0) return;
    // That writer may not have come to this: what replaces them has to last before they go.
    await syncFolder(fileSystem, versions);
    await remove(leftovers);
  }

  const read: FileStore['read'] = async () => {
    for (let count = 0; count < looks; count += 1) {
      const seen = await look();
      if (seen === undefined || seen.standing.number === 0) return undefined;
      const { standing, whole, names } = seen;
      const aside = fileName('set-aside', standing);
      if (!whole) throw corrupt(names.has(aside) ? join(versions, aside) : `${pathOf('record', standing)} is missing`);
      const bytes = await readPrivateFile(fileSystem, pathOf('record', standing));
      // Gone since it was listed: a newer one stands.
      if (bytes === undefined) continue;
      const record = decode(bytes);
      if (record === undefined) throw corrupt(await setAside(versionText(standing)));
      await ifPossible(tidyAfterOthers(standing, names));
      return { record, version: versionText(standing) };
    }
    throw new RefrainError('store_failed', { detail: `${versions} changes faster than it can be read` });
  };

  const replace: FileStore['replace'] = async (record, version) => {
    await makeOwnFolder(fileSystem, home);
    let seen = await look();
    if (seen === undefined) {
      await beginVersions(fileSystem, versions);
      seen = await look();
    }
    if (seen === undefined) throw new RefrainError('store_failed', { detail: `${versions} was taken away meanwhile` });
    const { standing, whole } = seen;
    if ((whole && standing.number > 0 ? versionText(standing) : undefined) !== version) return false;
    const next = { number: standing.number + 1, id: newId() };
    await createPrivateFile(fileSystem, pathOf('record', next), record);
    try {
      await syncFolder(fileSystem, versions);
      if (!(await advance(standing, next))) {
        await ifPossible(fileSystem.unlink(pathOf('record', next)));
        return false;
      }
    } catch (error) {
      await ifPossible(withdraw(next));
      throw error;
    }
    await syncFolder(fileSystem, versions);
    await ifPossible(tidy(next));
    return true;
  };

  const setAside: FileStore['setAside'] = async (version) => {
    const file = parseFileName(`record.${version}`);
    if (file === undefined) throw new RefrainError('store_failed', { detail: `${versions}: no such version` });
    const aside = pathOf('set-aside', file);
    await unless(['ENOENT'], fileSystem.rename(pathOf('record', file), aside));
    if ((await unless(['ENOENT'], fileSystem.lstat(aside))) === undefined) {
      throw new RefrainError('store_failed', { detail: `${versions}: another record stands there by now` });
    }
    await syncFolder(fileSystem, versions);
    return aside;
  };

  const removeSetAside: FileStore['removeSetAside'] = async () => {
    const seen = await look();
    if (seen === undefined) return;
    await tidy(seen.standing);
    const names = [...seen.names].filter((name) => parseFileName(name)?.kind === 'set-aside');
    await Promise.all(names.map((name) => unless(['ENOENT'], fileSystem.unlink(join(versions, name)))));
    if (names.length > 0) await syncFolder(fileSystem, versions);
  };

  return {
    read: () => sayingWhere(home, read),
    replace: (record, version) => sayingWhere(home, () => replace(record, version)),
    setAside: (version) => sayingWhere(home, () => setAside(version)),
    removeSetAside: () => sayingWhere(home, removeSetAside),
  };
}

function corrupt(detail: string): RefrainError {
  return new RefrainError('record_corrupt', { detail });
}

/** The text; undefined where the bytes are none. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
