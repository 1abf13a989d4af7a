import { expect, it } from 'vitest';
import { machineFileSystem, makeFolders, type FileSystem } from './file-system.ts';

/** A file system in which `existing` are folders, and nothing can be created. */
function refusing(existing: readonly string[], code: string): FileSystem {
  const mkdir = async (path: string) => {
    throw Object.assign(new Error(code), { code: existing.includes(path) ? 'EEXIST' : code, path });
  };
  return { ...machineFileSystem, mkdir };
}

it.each(['ENOENT', 'EROFS', 'ENOSPC'])(
  'stops with the code of the system if nothing can be created (%s)',
  async (code) => {
    const fileSystem = refusing(['/', '/fixed'], code);
    await expect(makeFolders('/fixed/a/b', { fileSystem })).rejects.toMatchObject({ code });
  },
);

it('creates nothing if the folder exists', async () => {
  expect(await makeFolders('/fixed', { fileSystem: refusing(['/fixed'], 'EROFS') })).toBeUndefined();
});
