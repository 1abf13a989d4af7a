import type { CommandModule } from '../context/command.ts';
import { openKeeper } from '../profile/open-keeper.ts';
import { whileShowing } from '../terminal/progress.ts';
import { waitForSave } from '../profile/wait-for-save.ts';
import { explainRejection } from '../profile/explain-rejection.ts';

/** Prints a valid access token: the saved one, or a new one from one refresh. */
export const token: CommandModule<object> = {
  examples: [
    'curl -H "Authorization: Bearer $(refrain token)" \\',
    '     https://api.spotify.com/v1/me/player/recently-played',
    'SPOTIFY_CLIENT_ID=\u2026 SPOTIFY_REFRESH_TOKEN=\u2026 refrain token',
  ],

  addFlags() {},

  async run(context) {
    const opened = await openKeeper(context);
    const { keeper } = opened;
    const pending = whileShowing(context, 'Getting an access token', keeper.accessToken());
    const accessToken = await waitForSave(opened, context, pending).catch((error: unknown) => {
      throw explainRejection(error, opened, context.refrain);
    });
    const { accessTokenExpiresAt } = await keeper.state();
    return { data: { accessToken, expiresAt: accessTokenExpiresAt ?? null }, text: `${accessToken}\n` };
  },
};
