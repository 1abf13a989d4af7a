import { resolve } from 'node:path';
import { machineFileSystem, withPath, type FileSystem } from './file-system.ts';
import { openRecordFiles, type RecordFiles } from './record-files.ts';
import { createPrivateFolder } from './private-files.ts';
import { proveFolder } from './versions-folder.ts';

export type { FileSystem } from './file-system.ts';
export { windowsProtection } from './private-files.ts';

/** Options of `fileStore`. */
export interface FileStoreOptions {
  /**
   * The folder for this token. If it is missing, it is created with all folders above it, for the owner only (0700). It
   * may be on a slow network drive, but not on a drive that several machines synchronize.
   */
  readonly folder: string;
  /**
   * A folder above it. It and all folders between are checked too: they must not be links, and other users must not be able
   * to change them. Default: only `folder` itself is checked.
   */
  readonly root?: string | undefined;
  /** For tests. Default: the file system of the machine. */
  readonly fileSystem?: FileSystem | undefined;
}

/** A store in a folder. */
export interface FileStore extends RecordFiles {
  /**
   * Proves that a record can be saved here, with a real write, sync and rename of a large one in a folder of its own.
   * Call it before something that cannot be repeated if its result is not saved, such as a consent. A keeper needs no
   * proof: it writes its claim into the record before it sends a token.
   * @throws RefrainError `store_failed`, `store_unsafe`
   */
  prove(): Promise<void>;
}

/** Bytes of the record that `prove` writes: more than any record has. */
const proofSize = 16_384;

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
 * @throws TypeError for an empty folder. RefrainError from each method: `store_unsafe`, `store_failed` with the file
 * system's code. A `replace` that failed may still have written (a disk that fails in the last step), so read again.
 */
export function fileStore({ folder, root = folder, fileSystem = machineFileSystem }: FileStoreOptions): FileStore {
  for (const path of [folder, root]) {
    // An empty path is the current folder, and a program without types can pass a variable that is not set.
    if (typeof path !== 'string' || path.trim() === '') {
      throw new TypeError('fileStore() needs a folder: a path that is not empty.');
    }
  }
  const home = resolve(folder);
  const top = resolve(root);
  const files = openRecordFiles(home, top, fileSystem);
  return {
    read: () => withPath(home, files.read),
    replace: (record, version) => withPath(home, () => files.replace(record, version)),
    setAside: (version) => withPath(home, () => files.setAside(version)),
    removeSetAside: () => withPath(home, files.removeSetAside),
    prove: () =>
      withPath(home, async () => {
        await createPrivateFolder(fileSystem, home, top);
        await proveFolder(fileSystem, home, (trial) =>
          openRecordFiles(trial, trial, fileSystem).replace(' '.repeat(proofSize), undefined),
        );
      }),
  };
}
