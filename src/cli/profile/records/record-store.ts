import { fileStore, type FileStore } from '../../../keeper/stores/file/file-store.ts';
import type { CommandContext } from '../../context/context.ts';
import { profileFolder } from './profiles.ts';

/** Where records are saved. */
export type Disk = Pick<CommandContext, 'home' | 'fileSystem'>;

/** Opens the store of a record. It checks all folders up to REFRAIN_HOME: other users must not be able to change them. */
export function openRecordStore({ home, fileSystem }: Disk, folder: string): FileStore {
  return fileStore({ folder, root: home, fileSystem });
}

/**
 * Proves that the profile can be saved, with a real write. Call it before a sign-in at Spotify, and before a token
 * that has no record is sent to Spotify. A keeper needs no proof, because it saves its claim before each refresh.
 * @throws RefrainError `store_failed`, `store_unsafe`
 */
export async function proveProfileStore(context: Disk & Pick<CommandContext, 'profile'>): Promise<void> {
  await openRecordStore(context, profileFolder(context.home, context.profile)).prove();
}
