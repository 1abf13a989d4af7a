import * as nodeFileSystem from 'node:fs/promises';

/** Facts about a file or folder. */
export interface FileFacts {
  readonly mode: number;
  readonly uid: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** An open file or folder. */
export interface OpenFile {
  stat(): Promise<FileFacts>;
  chmod(mode: number): Promise<void>;
  readFile(): Promise<Uint8Array>;
  writeFile(text: string): Promise<void>;
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
