import { rm } from 'node:fs/promises';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandModule } from '../context/command.ts';
import { openStored } from '../profile/open-keeper.ts';
import { profileFolder, profileStore } from '../profile/profiles.ts';

/** Where an account's owner takes an app's access away: Spotify has no way to do that by a request. */
const accountApps = 'https://www.spotify.com/account/apps/';

/** Forgets a profile: token, secret, account, and what was set aside. */
export const logout: CommandModule<object> = {
  examples: ['refrain logout', 'refrain logout --profile work'],

  declare() {},

  async run(context) {
    const { home, profile, environment } = context;
    const keeper = openStored(context, profile);
    const before = await keeper.state().then(({ state }) => state, unlessCorrupt);
    if ((await keeper.forget().catch(unlessCorrupt)) === 'corrupt') {
      // Not even which version stands is known any more: a new beginning tells those who still hold the token.
      await rm(profileFolder(home, profile), { recursive: true, force: true });
      await keeper.forget();
    }
    await profileStore(home, profile).removeSetAside();
    const forgotten = before !== 'none';
    return {
      data: { profile, forgotten, accountApps },
      messages: [
        forgotten
          ? `The profile \u201c${profile}\u201d is forgotten: its token, its secret, and what was set aside.`
          : `Nothing is kept in the profile \u201c${profile}\u201d.`,
        ...(environment.refreshToken
          ? ['SPOTIFY_REFRESH_TOKEN still holds a token: take it out where it is set.']
          : []),
        'Spotify ends no token on request. To end this one, remove the app from your account:',
        accountApps,
        '',
      ].join('\n'),
    };
  },
};

function unlessCorrupt(error: unknown): 'corrupt' {
  if (error instanceof RefrainError && error.code === 'record_corrupt') return 'corrupt';
  throw error;
}
