import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders } from '../../../keeper/stores/file/file-system.ts';
import { replaceFile } from '../../../keeper/stores/file/replace-file.ts';

/**
 * Writes a file as a whole, and creates its folder.
 * @param modes who may read what is created. Default: as the system decides (the umask)
 * @throws an error of the system, with the path of the file
 */
export async function writeWholeFile(
  path: string,
  text: string,
  { folderMode, fileMode }: { readonly folderMode?: number; readonly fileMode?: number } = {},
): Promise<void> {
  await makeFolders(dirname(path), { mode: folderMode });
  try {
    await replaceFile(path, (temporary) => writeFile(temporary, text, { flag: 'wx', mode: fileMode }));
  } catch (error) {
    // Users know the file, and not the temporary one.
    throw Object.assign(error as Error, { path });
  }
}
