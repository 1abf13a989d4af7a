import { grants } from '../../../grants/grant.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { checkWebApi } from '../../context/environment.ts';
import { wrapFor } from '../../terminal/text.ts';
import { proveProfileStore } from '../../profile/records/record-folders.ts';
import { withCallbackListener } from './callback/callback-listener.ts';
import { chooseRoute, defaultRedirectUri } from './callback/callback-route.ts';
import { checkAuthorizedAt, checkPastes, declareSignInFlags, type SignInFlags } from './flags.ts';
import { loginTarget } from './import/import-target.ts';
import { importToken } from './import/import-token.ts';
import { grantOf, isShortLived, readLoginOptions } from './options.ts';
import { saveTokens, signInAndSave } from './save-login.ts';
import { getShortLivedToken } from './short-lived-token.ts';

/** Gets a refresh token with a sign-in, or imports one, and saves it in a profile. */
export const login: CommandModule<SignInFlags> = {
  examples: [
    'refrain login',
    'refrain login --client-id 0ac7… --preset now-playing --no-browser',
    'refrain login --with-token --authorized-at 2026-11-24 < token.txt',
  ],

  addFlags(command) {
    declareSignInFlags(command, grants);
  },

  async run(context, flags): Promise<CommandOutcome> {
    checkWebApi(context.endpoints);
    checkAuthorizedAt(flags);
    const outcome = await runLogin(flags, context);
    return { ...outcome, messages: wrapFor(context)(outcome.messages ?? '') };
  },
};

async function runLogin(flags: SignInFlags, context: CommandContext): Promise<CommandOutcome> {
  if (flags.withToken) return importToken(flags, context, loginTarget(flags, context));
  const route = chooseRoute(flags, defaultRedirectUri);
  checkPastes(route, flags, context);
  const isSaved = !isShortLived(grantOf(flags));
  const prove = async () => {
    if (isSaved) await proveProfileStore(context);
  };
  return withCallbackListener(route, context, prove, async (startListener) => {
    const options = await readLoginOptions(flags, context, { route, startListener });
    const { grant } = options;
    if (isShortLived(grant)) return getShortLivedToken(options, flags, context, startListener);
    return signInAndSave({ ...options, grant }, flags, context, startListener, (tokens) =>
      saveTokens(tokens, options, flags, context),
    );
  });
}
