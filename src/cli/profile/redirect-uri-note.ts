import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import type { CommandContext } from '../context/context.ts';
import { warnIfUnsaved } from './warn-if-unsaved.ts';

const label = 'redirectUri';

/**
 * Saves with the token which redirect URI its consent used, as it is registered. `renew` uses it again. Undefined removes
 * that of an earlier consent. If it cannot be saved, the user sees a warning: the token itself is saved.
 */
export async function noteRedirectUri(
  keeper: TokenKeeper,
  redirectUri: string | undefined,
  context: Pick<CommandContext, 'refrain' | 'stderr' | 'stderrIsTerminal'>,
): Promise<void> {
  const how = redirectUri === undefined ? 'needs --redirect-uri' : `needs --redirect-uri ${redirectUri}`;
  const cure = `\`${context.refrain('renew')}\` ${how}.`;
  await warnIfUnsaved(keeper.note(label, redirectUri), 'The token is saved, but not its redirect URI', context, cure);
}

/** The redirect URI of a token's consent. Undefined for an imported token, and for one of version 0.1. */
export function notedRedirectUri({ notes }: Pick<KeptState, 'notes'>): string | undefined {
  return notes[label];
}
