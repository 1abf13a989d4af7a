import { rm } from 'node:fs/promises';
import { isRefrainError } from '../../errors/refrain-error.ts';
import type { CommandModule } from '../context/command.ts';
import { openStored, profileStore } from '../profile/open-keeper.ts';
import { profileFolder } from '../profile/profiles.ts';

/** Where users remove an app's access. Spotify has no API for this. */
const accountApps = 'https://www.spotify.com/account/apps/';

/** Deletes a profile: token, secret, account, and files that were set aside. */
export const logout: CommandModule<object> = {
  examples: ['refrain logout', 'refrain logout --profile work'],

  addFlags() {},

  async run(context) {
    const { home, profile, environment } = context;
    const keeper = openStored(context, profile);
    const before = await keeper.state().then(({ state }) => state, unlessCorrupt);
    if ((await keeper.forget().catch(unlessCorrupt)) === 'corrupt') {
      // The current version is unknown: a fresh record tells other processes that the token is gone.
      await rm(profileFolder(home, profile), { recursive: true, force: true });
      await keeper.forget();
    }
    await profileStore(home, profile).removeSetAside();
    const forgotten = before !== 'none';
    return {
      data: { profile, forgotten, accountApps },
      messages: [
        forgotten
          ? `Logged out (profile \u201c${profile}\u201d). The token and its client secret are deleted.`
          : `Not logged in (profile \u201c${profile}\u201d).`,
        ...(environment.refreshToken ? ['SPOTIFY_REFRESH_TOKEN still holds a token. Remove it where it is set.'] : []),
        'The token still works at Spotify until you remove the app from your account:',
        accountApps,
        '',
      ].join('\n'),
    };
  },
};

function unlessCorrupt(error: unknown): 'corrupt' {
  if (isRefrainError(error) && error.code === 'record_corrupt') return 'corrupt';
  throw error;
}
