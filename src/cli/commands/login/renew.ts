import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { getErrorFacts, type ErrorCode } from '../../../errors/error-table.ts';
import { isRefrainError } from '../../../errors/refrain-error.ts';
import { countOf } from '../../../text/dates.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { checkWebApi } from '../../context/environment.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { profileEntry } from '../../profile/profile-entry.ts';
import { profileFolder, proveProfileStore } from '../../profile/records/record-folders.ts';
import { notedRedirectUri } from '../../profile/redirect-uri-note.ts';
import { waitForSave } from '../../profile/use-token.ts';
import { wrapFor } from '../../terminal/text.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { pushAgain } from '../push/push-again.ts';
import { withCallbackListener } from './callback/callback-listener.ts';
import { chooseRoute, firstRedirectUri } from './callback/callback-route.ts';
import { checkAuthorizedAt, checkPastes, declareSignInFlags, type SignInFlags } from './flags.ts';
import { renewTarget } from './import/import-target.ts';
import { importToken } from './import/import-token.ts';
import { readRenewOptions } from './options.ts';
import { saveRenewedTokens, signInAndSave } from './save-login.ts';

const grants = ['authorization_code_pkce', 'authorization_code'] as const;

/** Six more months: signs in again with the same app and scopes. The old token stays until the new one is saved. */
export const renew: CommandModule<SignInFlags> = {
  examples: ['refrain renew', 'refrain renew --profile work --no-browser', 'refrain renew --with-token < token.txt'],

  addFlags(command) {
    declareSignInFlags(command, grants);
  },

  async run(context, flags) {
    checkWebApi(context.endpoints);
    checkAuthorizedAt(flags);
    const { clientSecret } = context.environment;
    const keeper = openStored(context, context.profile, { clientSecret });
    const before = await keeper.state();
    if (flags.withToken) {
      const target = await renewTarget(before, keeper, flags, context);
      return updateCopies(await importToken(flags, context, target), keeper, context);
    }
    const route = chooseRoute(flags, notedRedirectUri(before) ?? firstRedirectUri);
    checkPastes(route, flags, context);
    const prove = () => proveProfileStore(context);
    const outcome = await withCallbackListener(route, context, prove, async (startListener) => {
      const options = await readRenewOptions(before, keeper, flags, context, startListener);
      if (before.state === 'in_doubt') {
        const after = await tryUncertainToken(keeper, context);
        if (after?.state === 'live') return toUnusedOutcome(after, context);
      }
      return signInAndSave(options, flags, context, startListener, (tokens) =>
        saveRenewedTokens(tokens, before, options, flags, context),
      );
    });
    return updateCopies(outcome, keeper, context);
  },
};

/** Pushes the saved token again to everywhere that has a copy, and adds what happened to the outcome. */
async function updateCopies(
  outcome: CommandOutcome,
  keeper: TokenKeeper,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { places, messages } = await pushAgain(keeper, context);
  return {
    ...outcome,
    data: { ...(outcome.data as object), pushedAgain: places },
    messages: `${wrapFor(context)(outcome.messages ?? '')}${messages}`,
  };
}

/** The answer was lost or odd, so the token may be used up, and only a sign-in replaces it. */
const lostReplies: readonly ErrorCode[] = ['timed_out', 'answer_unreadable', 'answer_too_large'];

/** Whether a sign-in would fail too: Spotify cannot be reached, or nothing can be saved. */
function isFinal(code: ErrorCode): boolean {
  if (code === 'store_failed' || code === 'interrupted') return true;
  const { fixedBy, outcome } = getErrorFacts(code);
  return fixedBy === 'time' && outcome !== 'rejected' && !lostReplies.includes(code);
}

/**
 * Refreshes an uncertain token once, because the user asked for it by running `renew`.
 * @returns undefined if the token no longer works, so that a sign-in follows
 */
async function tryUncertainToken(keeper: TokenKeeper, context: CommandContext): Promise<KeptState | undefined> {
  try {
    const attempt = keeper.refreshNow({ evenIfUncertain: true });
    const folder = profileFolder(context.home, context.profile);
    await waitForSave({ keeper, folder }, context, whileShowing(context, 'Trying the saved token', attempt));
    return await keeper.state();
  } catch (error) {
    if (!isRefrainError(error) || isFinal(error.code)) throw error;
    context.stderr.write('The saved token no longer works. Sign in again.\n');
    return undefined;
  }
}

function toUnusedOutcome(state: KeptState, { profile }: CommandContext): CommandOutcome {
  const left = countOf(state.daysLeft ?? 0, 'day');
  return {
    data: { profile, ...profileEntry(profile, state) },
    messages: `The saved token still works (profile “${profile}”, ${left} left). You don’t need to sign in.\n`,
  };
}
