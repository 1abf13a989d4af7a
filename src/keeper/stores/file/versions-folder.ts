import { basename, dirname, join } from 'node:path';
import { createId } from '../../platform/create-id.ts';
import { ignoreCodes, ignoreErrors, type FileSystem } from './file-system.ts';
import { createPrivateFile, syncFolder } from './private-files.ts';
import { getFileName, parseFileName } from './version-names.ts';

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
