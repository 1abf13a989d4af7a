import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { describeCode, makeFolders, shortenPath } from '../../../keeper/stores/file/file-system.ts';
import { usageError } from '../../context/usage-error.ts';

/**
 * Creates the folder of a snapshot, and refuses one that holds the saved tokens: it is there to be published.
 * @param home the folder of the saved tokens; it may not exist
 * @returns its absolute path
 * @throws RefrainError `wrong_usage`; `store_failed` if it cannot be created
 */
export async function openFolder(path: string, home: string): Promise<string> {
  if (path.trim() === '') throw usageError('DIR is missing: the folder to write to.');
  const folder = await withFolder(path, async () => {
    const facts = await makeFolders(path)
      .then(() => stat(path))
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOTDIR') return undefined;
        throw error;
      });
    if (!facts?.isDirectory()) throw usageError(`${path} is not a folder.`);
    return realpath(path);
  });
  const fromFolder = relative(folder, await realpath(home).catch(() => resolve(home)));
  if (
    fromFolder === '' ||
    (fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(fromFolder))
  ) {
    throw usageError(`Your saved tokens are in ${path} (${home}), and a snapshot is published. Use another folder.`);
  }
  return folder;
}

/**
 * Does work in the folder.
 * @throws RefrainError `store_failed` if the system refuses it
 */
export async function withFolder<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isRefrainError(error)) throw error;
    const { code, path: where = path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new RefrainError('store_failed', {
      detail: `${shortenPath(where)} cannot be written: ${describeCode(error)}.`,
      cure: 'Make room there, change its permissions, or use another folder.',
    });
  }
}
