import { rm } from 'node:fs/promises';
import { isRefrainError } from '../../errors/refrain-error.ts';
import type { CommandModule } from '../context/command.ts';
import type { CommandContext } from '../context/context.ts';
import { forgetLastLogin } from '../profile/last-login.ts';
import { openRecordStore, profileFolder } from '../profile/records/record-folders.ts';
import { listsFolder } from './serve/file-cache.ts';
import { openKeeperIn } from '../profile/open-keeper.ts';
import { findVariableFolders } from '../profile/records/choose-record.ts';

/** Where users remove an app's access. Spotify has no API for this. */
const accountApps = 'https://www.spotify.com/account/apps/';

/**
 * Deletes a profile: token, secret, account, files that were set aside, and what its last sign-in asked for. Without
 * `--profile` also deletes the record of the token in SPOTIFY_REFRESH_TOKEN.
 */
export const logout: CommandModule<object> = {
  examples: ['refrain logout', 'refrain logout --profile work'],

  addFlags() {},

  async run(context) {
    const { home, profile, environment } = context;
    const isProfileForgotten = await forgetRecord(profileFolder(home, profile), context);
    let isVariableForgotten = false;
    for (const folder of await findVariableFolders(context)) {
      isVariableForgotten = (await forgetRecord(folder, context)) || isVariableForgotten;
    }
    await forgetLastLogin(context);
    const forgotten = isProfileForgotten || isVariableForgotten;
    return {
      data: { profile, forgotten, accountApps },
      messages: [
        isProfileForgotten
          ? `Logged out (profile \u201c${profile}\u201d). The token and its client secret are deleted.`
          : `Not logged in (profile \u201c${profile}\u201d).`,
        ...(isVariableForgotten ? ['What was saved for the token in SPOTIFY_REFRESH_TOKEN is deleted too.'] : []),
        ...(environment.refreshToken ? ['SPOTIFY_REFRESH_TOKEN still holds a token. Remove it where it is set.'] : []),
        ...(forgotten || environment.refreshToken
          ? ['The token still works at Spotify until you remove the app from your account:', accountApps]
          : []),
        '',
      ].join('\n'),
    };
  },
};

/** @returns whether there was a token */
async function forgetRecord(folder: string, context: CommandContext): Promise<boolean> {
  const keeper = openKeeperIn(context, folder);
  const before = await keeper.state().then(({ state }) => state, unlessCorrupt);
  if ((await keeper.forget().catch(unlessCorrupt)) === 'corrupt') {
    // The current version is unknown: a fresh record tells other processes that the token is gone.
    await rm(folder, { recursive: true, force: true });
    await keeper.forget();
  }
  await openRecordStore(context, folder).removeSetAside();
  await rm(listsFolder(folder), { recursive: true, force: true });
  return before !== 'none';
}

function unlessCorrupt(error: unknown): 'corrupt' {
  if (isRefrainError(error) && error.code === 'record_corrupt') return 'corrupt';
  throw error;
}
