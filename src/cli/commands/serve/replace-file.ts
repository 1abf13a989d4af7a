import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ignoreErrors, makeFolders } from '../../../keeper/stores/file/file-system.ts';

/**
 * Writes a file as a whole: a reader finds the old text or the new one, never a part. Its folder is created.
 * @param modes who may read what is created. Default: as the system decides (the umask)
 * @throws an error of the system, with the path of the file
 */
export async function replaceFile(
  path: string,
  text: string,
  { folderMode, fileMode }: { readonly folderMode?: number; readonly fileMode?: number } = {},
): Promise<void> {
  const folder = dirname(path);
  await makeFolders(folder, { mode: folderMode });
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: fileMode });
    await rename(temporary, path);
  } catch (error) {
    await ignoreErrors(rm(temporary, { force: true }));
    // Users know the file, and not the temporary one.
    throw Object.assign(error as Error, { path });
  }
}
