import type { KeptState } from '../../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../../keeper/token-keeper.ts';
import { isRefrainError, RefrainError } from '../../../../errors/refrain-error.ts';
import type { TokenSet } from '../../../../grants/token-set.ts';
import type { CommandContext } from '../../../context/context.ts';
import { openKeeperIn, openStored } from '../../../profile/open-keeper.ts';
import { variableFolder } from '../../../profile/records/record-folders.ts';
import { noteRedirectUri } from '../../../profile/redirect-uri-note.ts';
import { wrapFor } from '../../../terminal/text.ts';
import type { SignInFlags } from '../flags.ts';
import { checkRenewable, readImportedClientId } from '../options.ts';
import { saveRenewedTokens, saveTokens, type LoginApp, type SaveResult } from '../save-login.ts';

/** A token that was tried. */
interface Imported extends LoginApp {
  /** As the user entered it. */
  readonly refreshToken: string;
  /** Whether a record here has the token, also if it was replaced. */
  readonly isSavedHere: boolean;
}

/** What the profile of an imported token decides. */
export interface ImportTarget {
  /**
   * The client ID of the token.
   * @param found the one in the text with the token
   */
  clientId(found: string | undefined): Promise<string>;
  /** A client secret to try first. */
  readonly clientSecret: string | undefined;
  /** Saves the tokens in the profile. */
  save(tokens: TokenSet, imported: Imported): Promise<SaveResult>;
}

/** The profile of a login: new, or with any token, which is replaced. */
export function loginTarget(flags: SignInFlags, context: CommandContext): ImportTarget {
  return {
    clientId: (found) => readImportedClientId(flags, context, found),
    clientSecret: context.environment.clientSecret,
    async save(tokens, { refreshToken, ...app }) {
      const saved = await saveTokens(tokens, { ...app, replaces: [refreshToken] }, flags, context);
      // That of an earlier consent in this profile, perhaps of another app.
      if (saved.isSaved) await noteRedirectUri(openStored(context, context.profile), undefined, context);
      return saved;
    },
  };
}

/**
 * The profile of a renewal: its app, secret and redirect URI stay, and a token of a different account is refused.
 * @param before the state before the import
 * @throws RefrainError as `checkRenewable` does
 */
export async function renewTarget(
  before: KeptState,
  keeper: TokenKeeper,
  flags: SignInFlags,
  context: CommandContext,
): Promise<ImportTarget> {
  const clientId = checkRenewable(before, flags, context);
  return {
    async clientId(found) {
      if (found !== undefined && found !== clientId) {
        const text = 'The text with the refresh token names another client ID. The one of the profile is used.\n';
        context.stderr.write(wrapFor(context)(text));
      }
      return clientId;
    },
    clientSecret: context.environment.clientSecret ?? (await keeper.secrets())?.clientSecret,
    async save(tokens, imported) {
      const options = { ...imported, isNewSecret: true, replaces: [imported.refreshToken] };
      try {
        return await saveRenewedTokens(tokens, before, options, flags, context);
      } catch (error) {
        if (!isRefrainError(error) || error.code !== 'account_mismatch') throw error;
        if (tokens.rotated && !imported.isSavedHere) await saveApart(tokens, imported, context);
        throw new RefrainError('account_mismatch', {
          detail: `The token belongs to another account: ${error.detail}.`,
          cure: 'The profile is unchanged. To use this token, give it to `login --with-token` with another --profile NAME.',
        });
      }
    },
  };
}

/**
 * Saves a token that Spotify has just replaced, so that it is not lost. As for a variable: a command that gets the old
 * token finds the new one.
 */
async function saveApart(
  tokens: TokenSet,
  { refreshToken, clientId, clientSecret }: Imported,
  context: CommandContext,
): Promise<void> {
  const { accountsUrl } = context.endpoints;
  const folder = await variableFolder(context.home, { accountsUrl, clientId, refreshToken });
  await openKeeperIn(context, folder, { clientId }).adopt(tokens, { clientSecret, replaces: [refreshToken] });
}
