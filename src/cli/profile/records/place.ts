import { fileStore, type FileStore } from '../../../keeper/stores/file/file-store.ts';
import type { CommandContext } from '../../context/context.ts';
import { profileFolder } from './profiles.ts';

/** What a place to save tokens in depends on. */
export type Disk = Pick<CommandContext, 'home' | 'fileSystem'>;

/** The store of a record. It also checks all folders up to REFRAIN_HOME: other users must not be able to change them. */
export function storeAt({ home, fileSystem }: Disk, folder: string): FileStore {
  return fileStore({ folder, root: home, fileSystem });
}

/**
 * Proves that the profile can be saved, with a real write. Call it before a sign-in at Spotify, and before a token
 * that has no record is sent to Spotify. A keeper needs no proof, because it saves its claim before each refresh.
 * @throws RefrainError `store_failed`, `store_unsafe`
 */
export async function provePlace(context: Disk & Pick<CommandContext, 'profile'>): Promise<void> {
  await storeAt(context, profileFolder(context.home, context.profile)).prove();
}
