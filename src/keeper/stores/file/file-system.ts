import * as nodeFileSystem from 'node:fs/promises';

/** What is known of a file without reading it. */
export interface FileFacts {
  readonly mode: number;
  readonly uid: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** A file or folder that is open. */
export interface OpenFile {
  stat(): Promise<FileFacts>;
  chmod(mode: number): Promise<void>;
  readFile(): Promise<Uint8Array>;
  writeFile(text: string): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The few functions of `node:fs/promises` that the file store uses, so that a test can stand in for a full disk. */
export interface FileSystem {
  lstat(path: string): Promise<FileFacts>;
  /** Gives the first folder that had to be made. */
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

/** The machine's own. */
export const machineFileSystem: FileSystem = nodeFileSystem;
