import { basename, dirname, join } from 'node:path';
import { createId } from '../../platform/create-id.ts';
import { ignoreErrors, machineFileSystem, type FileSystem } from './file-system.ts';

/**
 * Replaces a file as a whole: a reader finds the old content or the new content, never a part.
 * @param create creates the new file under another name in the same folder. False leaves the old file as it is
 * @returns whether the file was replaced
 * @throws an error of the file system; then the old file is unchanged
 */
export async function replaceFile(
  path: string,
  create: (temporary: string) => Promise<void | false>,
  fileSystem: Pick<FileSystem, 'rename' | 'unlink'> = machineFileSystem,
): Promise<boolean> {
  // Hidden, so that no web server and no pattern such as `*.svg` finds it, and a .gitignore for `.env*` does.
  const temporary = join(dirname(path), `${basename(path).replace(/^(?!\.)/, '.')}.${createId()}.tmp`);
  try {
    if ((await create(temporary)) === false) return false;
    await fileSystem.rename(temporary, path);
    return true;
  } finally {
    await ignoreErrors(fileSystem.unlink(temporary));
  }
}
