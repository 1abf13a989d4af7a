import * as nodeFileSystem from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';

/** Facts about a file or folder. */
export interface FileFacts {
  readonly mode: number;
  readonly uid: number;
  /** Bytes. */
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** An open file or folder. */
export interface OpenFile {
  stat(): Promise<FileFacts>;
  chmod(mode: number): Promise<void>;
  readFile(): Promise<Uint8Array>;
  writeFile(data: string | Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The functions of `node:fs/promises` that the file store uses. Tests pass their own, for example with a full disk. */
export interface FileSystem {
  lstat(path: string): Promise<FileFacts>;
  /** Resolves to the first folder that it created. */
  mkdir(path: string, options: { readonly recursive: boolean; readonly mode: number }): Promise<string | undefined>;
  readdir(
    path: string,
    options: { readonly withFileTypes: true },
  ): Promise<readonly { readonly name: string; isFile(): boolean }[]>;
  open(path: string, flags: number, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  rmdir(path: string): Promise<void>;
}

/** The file system of the machine. */
export const machineFileSystem: FileSystem = nodeFileSystem;

/** The file system's code: `ENOENT`, `ENOSPC`, … */
export function getErrorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Resolves to undefined if the work fails with one of these codes. */
export async function ignoreCodes<Value>(codes: readonly string[], work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codes.includes(getErrorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** For clean-up: if it fails, a later call does it again. */
export async function ignoreErrors(work: Promise<unknown>): Promise<void> {
  await work.catch(() => {});
}

/**
 * Creates a folder and those above it. Node's recursive `mkdir` reports ENOENT for a read-only disk, and never ends below
 * `/proc`.
 * @param options `mode`: of each folder that is created. Default: as the system decides (the umask)
 * @returns the first folder that was created; undefined if there is a file or folder at `path` already
 * @throws an error of the system
 */
export async function makeFolders(
  path: string,
  {
    fileSystem = machineFileSystem,
    mode = 0o777,
  }: { readonly fileSystem?: FileSystem; readonly mode?: number | undefined } = {},
): Promise<string | undefined> {
  const make = () => {
    const made = fileSystem.mkdir(path, { recursive: false, mode }).then(() => path);
    return ignoreCodes(['EEXIST'], made);
  };
  try {
    return await make();
  } catch (error) {
    if (getErrorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    const first = await makeFolders(dirname(path), { fileSystem, mode });
    const own = await make();
    return first ?? own;
  }
}

/** What the codes of a place that cannot be written mean. */
const meanings: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'no such folder',
  ENOTDIR: 'not a folder',
  EISDIR: 'a folder has this name',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk has an error',
  EMFILE: 'too many open files',
  EBUSY: 'in use',
};

/** What happened, with the file system's code in brackets: `the disk is full (ENOSPC)`. */
export function describeCode(error: unknown): string {
  const code = getErrorCode(error);
  if (code === undefined) return error instanceof Error ? error.name : 'Error';
  const meaning = meanings[code];
  return meaning === undefined ? code : `${meaning} (${code})`;
}

/** A path for an error text, which has room for 300 characters: the middle of a long path is left out. */
export function shortenPath(path: string): string {
  return path.length <= 200 ? path : `${path.slice(0, 100)}\u2026${path.slice(-99)}`;
}

/** Turns an error of the file system into `store_failed` with the folder and the code, and nothing else. */
export async function withPath<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isRefrainError(error)) throw error;
    const name = error instanceof Error ? error.name : 'Error';
    const code = getErrorCode(error);
    throw new RefrainError('store_failed', {
      detail: `${shortenPath(folder)}: ${describeCode(error)}`,
      cause: { name, code },
    });
  }
}
