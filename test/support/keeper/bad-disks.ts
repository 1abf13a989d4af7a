import { constants } from 'node:fs/promises';
import {
  machineFileSystem,
  type FileFacts,
  type FileSystem,
  type OpenFile,
} from '../../../src/keeper/stores/file/file-system.ts';

/** The calls of a disk that fail, and with which code. */
interface Failures {
  readonly create?: string;
  readonly write?: string;
  readonly rename?: string;
}

const fail = (code: string) => Object.assign(new Error(code), { code });

/** The disk of this machine, with calls that fail. */
function failingDisk({ create, write, rename }: Failures): FileSystem {
  return {
    ...machineFileSystem,
    mkdir: async (path, options) => {
      if (!create) return machineFileSystem.mkdir(path, options);
      // A folder that exists is not created.
      await machineFileSystem.lstat(path).catch(() => {
        // As Node does: see `makeFolders`.
        throw fail(options.recursive && create === 'EROFS' ? 'ENOENT' : create);
      });
      return undefined;
    },
    open: async (path, flags, mode) => {
      const isNew = (flags & constants.O_CREAT) !== 0;
      if (create && isNew) throw fail(create);
      const file = await machineFileSystem.open(path, flags, mode);
      return write && isNew ? withMethods(file, { writeFile: (data) => rejectIfFilled(data, write) }) : file;
    },
    rename: async (from, to) => {
      if (rename) throw fail(rename);
      return machineFileSystem.rename(from, to);
    },
  };
}

/** A full disk still creates empty files. */
async function rejectIfFilled(data: string | Uint8Array, code: string): Promise<void> {
  if (data.length > 0) throw fail(code);
}

/** A disk that shows one mode for everything, as FAT, SMB and a Windows drive in WSL do. */
function modelessDisk(chmod: () => Promise<void>): FileSystem {
  const open = (facts: FileFacts): FileFacts =>
    Object.defineProperties(Object.create(facts) as FileFacts, { mode: { value: facts.mode | 0o777 } });
  return {
    ...machineFileSystem,
    lstat: async (path) => open(await machineFileSystem.lstat(path)),
    open: async (path, flags, mode) => {
      const file = await machineFileSystem.open(path, flags, mode);
      return withMethods(file, { chmod, stat: async () => open(await file.stat()) });
    },
  };
}

function withMethods(file: OpenFile, methods: Partial<OpenFile>): OpenFile {
  return {
    stat: () => file.stat(),
    chmod: (mode) => file.chmod(mode),
    readFile: () => file.readFile(),
    writeFile: (data) => file.writeFile(data),
    sync: () => file.sync(),
    close: () => file.close(),
    ...methods,
  };
}

/** Disks that cannot hold a record, with what must be said of them. */
export const badDisks: Readonly<Record<string, { readonly disk: FileSystem; readonly says: string }>> = {
  'read-only': { disk: failingDisk({ create: 'EROFS', rename: 'EROFS' }), says: 'the disk is read-only (EROFS)' },
  'not permitted': { disk: failingDisk({ create: 'EACCES', rename: 'EACCES' }), says: 'permission denied (EACCES)' },
  full: { disk: failingDisk({ write: 'ENOSPC' }), says: 'the disk is full (ENOSPC)' },
  'over its quota': { disk: failingDisk({ write: 'EDQUOT' }), says: 'the disk quota is used up (EDQUOT)' },
  'without inodes': { disk: failingDisk({ create: 'ENOSPC' }), says: 'the disk is full (ENOSPC)' },
  'without modes': {
    disk: modelessDisk(async () => {
      throw fail('EPERM');
    }),
    says: 'is on a disk that keeps no permissions (mode 777)',
  },
  'that ignores modes': {
    disk: modelessDisk(async () => {}),
    says: 'is on a disk that keeps no permissions (mode 777)',
  },
};

/** A disk that becomes full when it has saved a token. `where`: a part of the path that the token is saved at. */
export function fullWithToken(where = ''): FileSystem {
  let isFull = false;
  return {
    ...machineFileSystem,
    async open(path, flags, mode) {
      const isNew = (flags & constants.O_CREAT) !== 0 && !path.includes('proof.');
      if (isNew && isFull) throw fail('ENOSPC');
      const file = await machineFileSystem.open(path, flags, mode);
      const writeFile = async (data: string | Uint8Array) => {
        await file.writeFile(data);
        isFull ||= path.includes(where) && String(data).includes('"refreshToken"');
      };
      return isNew ? withMethods(file, { writeFile }) : file;
    },
  };
}

/** A disk that is full after the proof that it can be written. */
export const fullAfterProof: FileSystem = {
  ...machineFileSystem,
  async open(path, flags, mode) {
    if ((flags & constants.O_CREAT) !== 0 && !path.includes('proof.')) throw fail('ENOSPC');
    return machineFileSystem.open(path, flags, mode);
  },
};
