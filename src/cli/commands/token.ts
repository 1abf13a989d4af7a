import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandModule } from '../context/command.ts';
import { openKeeper } from '../profile/open-keeper.ts';
import { whileShowing } from '../terminal/progress.ts';
import { waitForSave } from '../profile/wait-for-save.ts';
import { refusedInVariable } from '../profile/variable-alone.ts';

/** Prints an access token that is good now: kept, or got by one refresh. */
export const token: CommandModule<object> = {
  examples: [
    'curl -H "Authorization: Bearer $(refrain token)" \\',
    '     https://api.spotify.com/v1/me/player/recently-played',
    'SPOTIFY_CLIENT_ID=\u2026 SPOTIFY_REFRESH_TOKEN=\u2026 refrain token',
  ],

  declare() {},

  async run(context) {
    const { keeper, isEnvOnly: isInVariableAlone } = openKeeper(context);
    const asked = whileShowing(context, 'Asking Spotify for an access token', keeper.accessToken());
    const accessToken = await waitForSave(keeper, context, asked).catch((error: unknown) => {
      const isOfVariable = error instanceof RefrainError && isInVariableAlone();
      throw isOfVariable ? refusedInVariable(error, context.refrain) : error;
    });
    const { accessTokenExpiresAt } = await keeper.state();
    return { data: { accessToken, expiresAt: accessTokenExpiresAt ?? null }, text: `${accessToken}\n` };
  },
};
