import { constants } from 'node:fs/promises';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { codeOf, ifPossible, unless } from './file-failure.ts';
import type { FileFacts, FileSystem } from './file-system.ts';

const { O_CREAT, O_EXCL, O_RDONLY, O_WRONLY } = constants;
// Windows has none of these. A pipe that somebody put there must not be waited for.
const careful = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** @throws RefrainError `store_unsafe` where a file or folder belongs to somebody else or others may use it. */
export function requireOwn(path: string, facts: FileFacts): void {
  const user = process.geteuid?.();
  // Windows has neither; see `windowsProtection`.
  if (user === undefined) return;
  if (facts.uid !== user) throw unsafe(path, `belongs to another user (${facts.uid})`);
  const mode = facts.mode & 0o777;
  if ((mode & 0o077) !== 0) throw unsafe(path, `may be used by others (mode ${mode.toString(8)})`);
}

export function unsafe(path: string, what: string): RefrainError {
  return new RefrainError('store_unsafe', { detail: `${path} ${what}` });
}

/** Writes a file that was not there, readable by its owner alone from its first moment, and synced when this returns. */
export async function createPrivateFile(fileSystem: FileSystem, path: string, text: string): Promise<void> {
  const file = await fileSystem.open(path, O_WRONLY | O_CREAT | O_EXCL | careful, 0o600);
  try {
    // The umask can only have narrowed it.
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
    await file.close();
  } catch (error) {
    await ifPossible(file.close());
    await ifPossible(fileSystem.unlink(path));
    throw error;
  }
}

/**
 * The bytes of a file; undefined where it is not there.
 * @throws RefrainError `store_unsafe` where it is a link, no plain file, not ours, or open to others
 */
export async function readPrivateFile(fileSystem: FileSystem, path: string): Promise<Uint8Array | undefined> {
  const file = await unless(['ENOENT'], fileSystem.open(path, O_RDONLY | careful)).catch((error: unknown) => {
    // ELOOP by POSIX; EMLINK and EFTYPE elsewhere. ENXIO: a socket.
    throw ['ELOOP', 'EMLINK', 'EFTYPE', 'ENXIO'].includes(codeOf(error) ?? '')
      ? unsafe(path, 'is no plain file')
      : error;
  });
  if (file === undefined) return undefined;
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw unsafe(path, 'is no plain file');
    requireOwn(path, facts);
    return await file.readFile();
  } finally {
    await ifPossible(file.close());
  }
}
