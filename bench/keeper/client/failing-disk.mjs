// @ts-check
/** A disk that is full, or a folder that is read-only, for a while: a `fileSystem` for the file store. */
import { constants } from 'node:fs';
import * as machine from 'node:fs/promises';

/** @typedef {'full disk' | 'read-only folder'} Trouble */

/** @param {string} code */
const failure = (code) => Object.assign(new Error(`${code}: made by the harness`), { code });

/**
 * @param {() => { kind: Trouble, amount: number } | undefined} trouble the current fault
 * `amount` decides when a full disk fails: writing, syncing the file, or syncing its folder
 */
export function failingDisk(trouble) {
  const refuseChange = () => {
    const kind = trouble()?.kind;
    if (kind === 'read-only folder') throw failure('EROFS');
  };
  /** @param {'write' | 'file' | 'folder'} step */
  const refuseBytes = (step) => {
    const now = trouble();
    if (now?.kind !== 'full disk') return;
    const refused = now.amount < 0.5 ? 'write' : now.amount < 0.75 ? 'file' : 'folder';
    if (refused === step) throw failure('ENOSPC');
  };
  return {
    lstat: machine.lstat,
    readdir: machine.readdir,
    /** @param {string} path @param {{ recursive: boolean, mode: number }} options */
    async mkdir(path, options) {
      refuseChange();
      return machine.mkdir(path, options);
    },
    /** @param {string} from @param {string} to */
    async rename(from, to) {
      refuseChange();
      return machine.rename(from, to);
    },
    /** @param {string} path */
    async unlink(path) {
      refuseChange();
      return machine.unlink(path);
    },
    /** @param {string} path */
    async rmdir(path) {
      refuseChange();
      return machine.rmdir(path);
    },
    /** @param {string} path @param {number} flags @param {number} [mode] */
    async open(path, flags, mode) {
      const creates = (flags & constants.O_CREAT) !== 0;
      if (creates) refuseChange();
      const file = await machine.open(path, flags, mode);
      return {
        stat: () => file.stat(),
        chmod: (/** @type {number} */ to) => file.chmod(to),
        readFile: () => file.readFile(),
        close: () => file.close(),
        async writeFile(/** @type {string} */ text) {
          refuseBytes('write');
          await file.writeFile(text);
        },
        async sync() {
          refuseBytes(creates ? 'file' : 'folder');
          await file.sync();
        },
      };
    },
  };
}
