import type { Stats } from 'node:fs';
import { chown, lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import {
  describeCode,
  getErrorCode,
  ignoreErrors,
  machineFileSystem,
  type FileSystem,
} from '../../../keeper/stores/file/file-system.ts';
import { createFile, isOpenToOthers, maxFileSize, syncFolder } from '../../../keeper/stores/file/private-files.ts';
import { replaceFile } from '../../../keeper/stores/file/replace-file.ts';
import { usageError } from '../../context/usage-error.ts';
import { editEnvFile, type EditedEnvFile, type EnvEntry } from './edit-env-file.ts';

/** What writing a file did. */
export interface WrittenEnvFile {
  /** The real path, with links followed. */
  readonly path: string;
  readonly isNew: boolean;
  /** Whether other users could read the file before. */
  readonly wasOpen: boolean;
  /** Whether they can read it now, because the disk keeps no permissions. */
  readonly isOpen: boolean;
  readonly changed: readonly string[];
  readonly emptied: readonly string[];
}

/** The options of {@link writeEnvFile}. */
interface WriteOptions {
  /** For the new file. Default: the machine's. */
  readonly fileSystem?: FileSystem;
  /** The command that prints the lines instead. */
  readonly printCommand?: string;
}

/** One character for each byte: lines in any encoding stay as they are. */
const bytes = 'latin1';

const utf8Mark = '\u00EF\u00BB\u00BF';

/** The UTF-8 bytes of a text, one character for each byte. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString(bytes);

/**
 * Sets variables in a file of secrets, completely or not at all: writes a new file in the same folder that only its
 * owner can read, syncs it and renames it. A link stays a link. The file store cannot do this: it writes each version to a
 * new file, but other programs expect this file at one path and write to it too.
 * @param path need not exist, but its folder must
 * @param heading the first line of a new file
 * @throws RefrainError `wrong_usage` for a missing folder, a folder, a device, a file in UTF-16
 *   or one larger than 1 MB; `store_failed` if it cannot be written
 */
export async function writeEnvFile(
  path: string,
  entries: readonly EnvEntry[],
  heading: string,
  { fileSystem = machineFileSystem, printCommand = 'refrain env -' }: WriteOptions = {},
): Promise<WrittenEnvFile> {
  try {
    for (let tries = 1; ; tries += 1) {
      const target = await followLink(resolve(path));
      // `resolve` removes the slash, and the file would get the name of the folder that was meant.
      const isFolder = path.endsWith('/') || path.endsWith(sep);
      const before = await statFile(target);
      if (isFolder && !before) throw usageError(`The folder ${path} does not exist.`);
      const old = before ? await readFile(target, bytes) : asBytes(heading);
      if (/^(\u00FF\u00FE|\u00FE\u00FF)/.test(old)) throw usageError(`${path} is in UTF-16. Save it as UTF-8 first.`);
      const { text, changed, emptied } = editBytes(old, entries);
      const wasOpen = before !== undefined && isOpenToOthers(before);
      const result = { path: target, isNew: !before, wasOpen, isOpen: false, changed, emptied };
      if (before && text === old && !wasOpen) return result;
      if (await replaceUnlessChanged(target, text, before, fileSystem)) {
        return { ...result, isOpen: isOpenToOthers(await fileSystem.lstat(target)) };
      }
      if (tries >= 5) {
        throw new RefrainError('store_failed', { detail: `${path} keeps changing: another program writes to it` });
      }
    }
  } catch (error) {
    if (isRefrainError(error)) throw error;
    const isMounted = getErrorCode(error) === 'EBUSY';
    const why = isMounted ? 'it is mounted by itself, so it cannot be replaced (EBUSY)' : describeCode(error);
    throw new RefrainError('store_failed', {
      detail: `${path}: ${why}`,
      cause: { code: getErrorCode(error) },
      // Never with `>`, which removes every other line, and all of them if the disk is full.
      cure: isMounted
        ? `Write the lines into it yourself: \`${printCommand}\` prints them.`
        : `Make room there or change its permissions. \`${printCommand}\` prints the lines.`,
    });
  }
}

function editBytes(old: string, entries: readonly EnvEntry[]): EditedEnvFile {
  const mark = old.startsWith(utf8Mark) ? utf8Mark : '';
  const encoded = entries.map((entry) => ({ ...entry, value: entry.value && asBytes(entry.value) }));
  const edited = editEnvFile(old.slice(mark.length), encoded);
  return { ...edited, text: mark + edited.text };
}

/** The file that a link points to, or the path itself. */
async function followLink(path: string): Promise<string> {
  const facts = await lstat(path).catch(unlessMissing);
  if (facts?.isSymbolicLink()) {
    const target = await realpath(path).catch(unlessMissing);
    if (target === undefined) throw usageError(`${path} links to a file that does not exist.`);
    return target;
  }
  if (!facts && !(await stat(dirname(path)).catch(unlessMissing))) {
    throw usageError(`The folder ${dirname(path)} does not exist.`);
  }
  return path;
}

async function statFile(target: string): Promise<Stats | undefined> {
  const facts = await stat(target).catch(unlessMissing);
  if (!facts) return undefined;
  if (facts.isDirectory()) throw usageError(`${target} is a folder. Use a file in it: ${join(target, '.env')}`);
  if (!facts.isFile()) throw usageError(`${target} is not a regular file.`);
  if (facts.size > maxFileSize) throw usageError(`${target} is larger than 1 MB, so it is not read.`);
  // A rename would replace even a read-only file.
  if ((facts.mode & 0o200) === 0) throw new RefrainError('store_failed', { detail: `${target} is read-only` });
  return facts;
}

/** Returns false and changes nothing if the file has changed since it was read. */
async function replaceUnlessChanged(
  target: string,
  text: string,
  before: Stats | undefined,
  fileSystem: FileSystem,
): Promise<boolean> {
  const create = async (temporary: string) => {
    // Write the file even on a disk without modes, because the user has named it.
    await createFile(fileSystem, temporary, Buffer.from(text, bytes), () => {});
    if (before && before.uid !== process.getuid?.()) await chown(temporary, before.uid, before.gid).catch(() => {});
    const current = await stat(target).catch(unlessMissing);
    const isChanged =
      current?.mtimeMs !== before?.mtimeMs || current?.ino !== before?.ino || current?.size !== before?.size;
    return isChanged ? false : undefined;
  };
  if (!(await replaceFile(target, create, fileSystem))) return false;
  // Not every platform can sync a folder.
  await ignoreErrors(syncFolder(fileSystem, dirname(target)));
  return true;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
