import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { RefrainError } from '../../spotify/refrain-error.ts';
import type { CommandModule } from '../command-module.ts';
import type { CommandContext } from '../context.ts';
import { openKeeper } from '../open-keeper.ts';
import { profileFolder } from '../profiles.ts';
import { whileShowing } from '../progress.ts';

/** Milliseconds that a new refresh token that cannot be saved is held, and saving tried again. */
const longestHeld = 30_000;

/** Prints an access token that is good now: kept, or got by one refresh. */
export const token: CommandModule<object> = {
  examples: [
    'curl -H "Authorization: Bearer $(refrain token)" \\',
    '     https://api.spotify.com/v1/me/player/recently-played',
    'SPOTIFY_CLIENT_ID=\u2026 SPOTIFY_REFRESH_TOKEN=\u2026 refrain token',
  ],

  declare() {},

  async run(context) {
    const keeper = openKeeper(context);
    const note = () =>
      context.stderr.write(
        '\nWaiting for Spotify\u2019s answer, so that no token is lost. Ctrl-C again ends it at once.\n',
      );
    context.signal.addEventListener('abort', note);
    try {
      const accessToken = await whileShowing(context, 'Asking Spotify for an access token', keeper.accessToken());
      await untilSaved(keeper, context);
      const { accessTokenExpiresAt } = await keeper.state();
      if (context.signal.aborted) throw new RefrainError('interrupted');
      return { data: { accessToken, expiresAt: accessTokenExpiresAt ?? null }, text: `${accessToken}\n` };
    } finally {
      context.signal.removeEventListener('abort', note);
    }
  },
};

/**
 * A new refresh token that lives in this process alone would end with it: so it is saved, or the command fails.
 * @throws RefrainError `store_failed`
 */
async function untilSaved(keeper: TokenKeeper, context: CommandContext): Promise<void> {
  const { clock, stderr, home, profile, signal } = context;
  const end = clock.now() + longestHeld;
  for (let isTold = false; ; isTold = true) {
    const { unsaved, rotates } = await keeper.state();
    if (!unsaved || !rotates) return;
    const folder = profileFolder(home, profile);
    if (clock.now() >= end || signal.aborted) {
      throw new RefrainError('store_failed', {
        detail: `${folder}: the new refresh token could not be saved, and is lost`,
      });
    }
    if (!isTold)
      stderr.write(`The new refresh token cannot be saved in ${folder}. Make room there: it is tried again.\n`);
    await clock.wait(1000, { signal });
  }
}
