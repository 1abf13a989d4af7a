import type { CommandModule } from '../context/command.ts';
import { declareUnsavedFlag, type UnsavedFlag } from '../profile/records/unsaved.ts';
import { useToken } from '../profile/use-token.ts';

/** Prints a valid access token: the saved one, or a new one from one refresh. */
export const token: CommandModule<UnsavedFlag> = {
  examples: ['refrain token', 'SPOTIFY_CLIENT_ID=\u2026 SPOTIFY_REFRESH_TOKEN=\u2026 refrain token'],

  addFlags: declareUnsavedFlag,

  async run(context, flags) {
    const { value: accessToken, state } = await useToken(context, flags, 'Getting an access token', (keeper) =>
      keeper.accessToken(),
    );
    const expiresAt = state.accessTokenExpiresAt ?? null;
    return { data: { accessToken, expiresAt }, text: `${accessToken}\n` };
  },
};
