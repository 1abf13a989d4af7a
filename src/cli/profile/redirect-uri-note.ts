import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';

const label = 'redirectUri';

/** Saves with the token which redirect URI its consent used, as it is registered. `renew` uses it again. */
export async function noteRedirectUri(keeper: TokenKeeper, redirectUri: string | undefined): Promise<void> {
  await keeper.note(label, redirectUri);
}

/** The redirect URI of a token's consent. Undefined for an imported token, and for one of version 0.1. */
export function redirectUriOf({ notes }: Pick<KeptState, 'notes'>): string | undefined {
  return notes[label];
}
