import { constants } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileFacts, FileSystem, OpenFile } from '../../../src/keeper/stores/file/file-system.ts';

/** A file or folder of a disk in memory. A power cut may undo all that was not synced. */
interface Entry {
  readonly kind: 'file' | 'folder' | 'link';
  mode: number;
  uid: number;
  data: string;
  /** The data that is still there after a power cut. */
  syncedData: string;
  names: Map<string, Entry>;
  syncedNames: Map<string, Entry>;
  /** Changes of `names` since they were synced. A power cut undoes each of them completely, or not at all. */
  unsynced: ((names: Map<string, Entry>) => void)[];
}

const newEntry = (kind: Entry['kind'], mode: number): Entry => ({
  kind,
  mode,
  uid: process.geteuid?.() ?? 0,
  data: '',
  syncedData: '',
  names: new Map(),
  syncedNames: new Map(),
  unsynced: [],
});

export function fileError(code: string): Error {
  // Like Node's messages, with the path, and with a word that must never be shown.
  return Object.assign(new Error(`${code}: something about SECRET, write '/some/path'`), { code });
}

/** Runs before each call of the store. It may throw, or wait. */
export type Hook = (call: { readonly name: string; readonly path: string }) => void | Promise<void>;

export class DiskModel {
  #root = newEntry('folder', 0o755);

  /** The disk for one process. `hook` runs before each of its calls. */
  open(hook: Hook = () => {}): FileSystem {
    const at = (path: string) => this.#find(path);
    const folderOf = (path: string) => this.#folder(dirname(path));
    const change = (folder: Entry, step: (names: Map<string, Entry>) => void) => {
      step(folder.names);
      folder.unsynced.push(step);
    };
    return {
      async lstat(path) {
        await hook({ name: 'lstat', path });
        return facts(at(path));
      },
      mkdir: async (path, { recursive, mode }) => {
        await hook({ name: 'mkdir', path });
        const missing: string[] = [];
        for (let up = path; this.#lookup(up) === undefined; up = dirname(up)) missing.unshift(up);
        if (!recursive && missing.length === 0) throw fileError('EEXIST');
        if (!recursive && missing.length > 1) throw fileError('ENOENT');
        for (const made of missing) {
          const folder = newEntry('folder', mode);
          change(folderOf(made), (names) => names.set(basename(made), folder));
        }
        return missing[0];
      },
      readdir: async (path) => {
        await hook({ name: 'readdir', path });
        // A listing is not atomic: a name that changes meanwhile may be listed twice, or not at all.
        const half = (first: boolean) =>
          [...this.#folder(path).names].filter(([name]) => isInFirstHalf(name) === first);
        const early = half(true);
        await hook({ name: 'readdir, second half', path });
        return [...early, ...half(false)].map(([name, { kind }]) => ({ name, isFile: () => kind === 'file' }));
      },
      open: async (path, flags, mode = 0o666) => {
        await hook({ name: 'open', path });
        let file = this.#lookup(path);
        if ((flags & constants.O_CREAT) !== 0) {
          if (file !== undefined) throw fileError('EEXIST');
          const made = (file = newEntry('file', mode));
          change(folderOf(path), (names) => names.set(basename(path), made));
        }
        if (file === undefined) throw fileError('ENOENT');
        if (file.kind === 'link') throw fileError('ELOOP');
        return handle(file, path, hook);
      },
      async rename(from, to) {
        await hook({ name: 'rename', path: to });
        const moved = at(from);
        const folder = folderOf(from);
        if (folderOf(to) !== folder) throw fileError('EXDEV');
        const there = folder.names.get(basename(to));
        if (there?.kind === 'folder' && there.names.size > 0) throw fileError('ENOTEMPTY');
        change(folder, (names) => {
          names.delete(basename(from));
          names.set(basename(to), moved);
        });
      },
      async unlink(path) {
        await hook({ name: 'unlink', path });
        if (at(path).kind === 'folder') throw fileError('EISDIR');
        change(folderOf(path), (names) => names.delete(basename(path)));
      },
      async rmdir(path) {
        await hook({ name: 'rmdir', path });
        if (at(path).names.size > 0) throw fileError('ENOTEMPTY');
        change(folderOf(path), (names) => names.delete(basename(path)));
      },
    };
  }

  /** Cuts the power. `keeps` decides for each change and text that was not synced whether it is still there. */
  cutPower(keeps: () => boolean): void {
    const after = (entry: Entry): Entry => {
      const names = new Map(entry.syncedNames);
      for (const step of entry.unsynced) if (keeps()) step(names);
      const data = entry.data === entry.syncedData || keeps() ? entry.data : entry.data.slice(0, entry.data.length / 2);
      const kept = new Map([...names].map(([name, child]) => [name, after(child)]));
      return { ...entry, data, syncedData: data, names: kept, syncedNames: new Map(kept), unsynced: [] };
    };
    this.#root = after(this.#root);
  }

  /** All paths with kind, mode and text. */
  contents(entry: Entry = this.#root, path = ''): Record<string, string> {
    return Object.fromEntries(
      [...entry.names].flatMap(([name, child]) => [
        [`${path}/${name}`, `${child.kind} ${child.mode.toString(8)} ${child.data}`.trim()],
        ...Object.entries(this.contents(child, `${path}/${name}`)),
      ]),
    );
  }

  #lookup(path: string): Entry | undefined {
    let entry: Entry | undefined = this.#root;
    for (const name of path.split('/').filter(Boolean)) entry = entry?.names.get(name);
    return entry;
  }

  #find(path: string): Entry {
    const entry = this.#lookup(path);
    if (entry === undefined) throw fileError('ENOENT');
    return entry;
  }

  #folder(path: string): Entry {
    const entry = this.#find(path);
    if (entry.kind !== 'folder') throw fileError('ENOTDIR');
    return entry;
  }
}

const isInFirstHalf = (name: string) =>
  [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), name.length) % 2 === 0;

const facts = ({ kind, mode, uid }: Entry): FileFacts => ({
  mode,
  uid,
  size: 0,
  isFile: () => kind === 'file',
  isDirectory: () => kind === 'folder',
  isSymbolicLink: () => kind === 'link',
});

function handle(file: Entry, path: string, hook: Hook): OpenFile {
  return {
    async stat() {
      await hook({ name: 'fstat', path });
      return facts(file);
    },
    async chmod(mode) {
      await hook({ name: 'fchmod', path });
      file.mode = mode;
    },
    async readFile() {
      await hook({ name: 'read', path });
      return Buffer.from(file.data);
    },
    async writeFile(data) {
      await hook({ name: 'write', path });
      file.data = typeof data === 'string' ? data : Buffer.from(data).toString();
    },
    async sync() {
      await hook({ name: 'fsync', path });
      file.syncedData = file.data;
      file.syncedNames = new Map(file.names);
      file.unsynced = [];
    },
    async close() {
      await hook({ name: 'close', path });
    },
  };
}
