import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { chown, lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { usageError } from '../../context/usage-error.ts';
import { editEnvFile, type Edited, type Entry } from './edit-env-file.ts';

/** What came of writing a file. */
export interface WrittenFile {
  /** Where it really is, links followed. */
  readonly path: string;
  readonly isNew: boolean;
  /** True where others could read what stood there, and can no longer. */
  readonly wasOpen: boolean;
  readonly changed: readonly string[];
  readonly emptied: readonly string[];
}

/** A byte for a letter, so that whatever encoding the other lines have, they come out as they went in. */
const bytes = 'latin1';

const utf8Mark = '\u00EF\u00BB\u00BF';

/** Text as the file's letters: its UTF-8, a byte for a letter. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString(bytes);

/**
 * Rewrites a file of secrets as a whole or not at all: a new file beside it, for its owner alone from the start, synced
 * and then put in its place. A link stays a link. It is never left readable by more people than before.
 *
 * @param path the file; it need not exist, nor its folder
 * @param entries what is set in it @param heading what a new file begins with
 * @throws RefrainError `wrong_usage` for a folder, a device or a file in UTF-16; `store_failed` where it can't be written
 */
export async function writeEnvFile(path: string, entries: readonly Entry[], heading: string): Promise<WrittenFile> {
  try {
    for (let tries = 1; ; tries += 1) {
      const target = await targetOf(resolve(path));
      const before = await factsOf(target);
      const old = before ? await readFile(target, bytes) : asBytes(heading);
      if (/^(\u00FF\u00FE|\u00FE\u00FF)/.test(old)) throw usageError(`${path} is in UTF-16. Save it as UTF-8 first.`);
      const { text, changed, emptied } = edited(old, entries);
      const wasOpen = before !== undefined && (before.mode & 0o077) !== 0 && process.platform !== 'win32';
      const written = { path: target, isNew: !before, wasOpen, changed, emptied };
      if (before && text === old && !wasOpen) return written;
      if (await replaced(target, text, before)) return written;
      if (tries >= 5) throw new RefrainError('store_failed', { detail: `${path} is being changed by somebody else` });
    }
  } catch (error) {
    if (error instanceof RefrainError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new RefrainError('store_failed', { detail: `${path} (${code})` });
  }
}

function edited(old: string, entries: readonly Entry[]): Edited {
  const mark = old.startsWith(utf8Mark) ? utf8Mark : '';
  const written = entries.map((entry) => ({ ...entry, written: entry.written && asBytes(entry.written) }));
  const after = editEnvFile(old.slice(mark.length), written);
  return { ...after, text: mark + after.text };
}

/** The file behind a link. */
async function targetOf(path: string): Promise<string> {
  const facts = await lstat(path).catch(unlessMissing);
  if (facts?.isSymbolicLink()) {
    const target = await realpath(path).catch(unlessMissing);
    if (target === undefined) throw usageError(`${path} is a link to a file that is not there.`);
    return target;
  }
  if (!facts && !(await stat(dirname(path)).catch(unlessMissing))) {
    throw usageError(`There is no folder ${dirname(path)}.`);
  }
  return path;
}

async function factsOf(target: string): Promise<Stats | undefined> {
  const facts = await stat(target).catch(unlessMissing);
  if (!facts) return undefined;
  if (facts.isDirectory()) throw usageError(`${target} is a folder. Name a file in it: ${join(target, '.env')}`);
  if (!facts.isFile()) throw usageError(`${target} is no ordinary file.`);
  // A file that its owner has closed to writing would be replaced all the same.
  if ((facts.mode & 0o200) === 0) throw new RefrainError('store_failed', { detail: `${target} is not to be written` });
  return facts;
}

/** False, and nothing is changed, where somebody else has changed the file meanwhile. */
async function replaced(target: string, text: string, before: Stats | undefined): Promise<boolean> {
  const beside = join(dirname(target), `${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(beside, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    try {
      await file.writeFile(text, bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (before && before.uid !== process.getuid?.()) await chown(beside, before.uid, before.gid).catch(() => {});
    const now = await stat(target).catch(unlessMissing);
    if (now?.mtimeMs !== before?.mtimeMs || now?.ino !== before?.ino || now?.size !== before?.size) return false;
    await rename(beside, target);
    await syncFolder(dirname(target));
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}

/** So that a power cut brings back no older file; not every platform lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
