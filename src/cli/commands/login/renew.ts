import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { countOf } from '../../../text/dates.ts';
import { wrapFor } from '../../terminal/text.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { profileEntry } from '../../profile/profile-entry.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { pushAgain } from '../push/push-again.ts';
import { declareSignIn, type SignInFlags } from './flags.ts';
import { keepRenewed } from './save-login.ts';
import { renewalOf } from './renewal.ts';
import { waitForSave } from '../../profile/wait-for-save.ts';

const grants = ['authorization_code_pkce', 'authorization_code'] as const;

/** Six more months: the consent again, with the same app, scopes and profile. The old token stays until the new one is there. */
export const renew: CommandModule<SignInFlags> = {
  examples: ['refrain renew', 'refrain renew --profile work --no-browser'],

  declare(command) {
    declareSignIn(command, grants);
  },

  async run(context, given) {
    const { clientSecret } = context.environment;
    const keeper = openStored(context, context.profile, { clientSecret });
    const before = await keeper.state();
    const renewal = await renewalOf(before, keeper, given, context);
    if (before.state === 'in_doubt') {
      const after = await triedOnce(keeper, context);
      if (after?.state === 'live') return handedOn(doubtEnded(after, context), keeper, context);
    }
    return handedOn(await keepRenewed(renewal, before, given, context), keeper, context);
  },
};

/** What it came to, and what became of the copies elsewhere: each gets the token that is kept now. */
async function handedOn(
  outcome: CommandOutcome,
  keeper: TokenKeeper,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { places, words } = await pushAgain(keeper, context);
  return {
    ...outcome,
    data: { ...(outcome.data as object), pushedAgain: places },
    // Commands to be copied stay whole.
    messages: `${wrapFor(context)(outcome.messages ?? '')}${words}`,
  };
}

/** Where Spotify is not to be reached, or nothing can be kept, consent would fail as well. */
const endsHere: readonly string[] = [
  'network',
  'rate_limited',
  'quota_exceeded',
  'spotify_unavailable',
  'refresh_under_way',
  'store_failed',
  'interrupted',
];

/** On this person's word a token in doubt is tried, once; that it is spent is no failure: consent follows. */
async function triedOnce(keeper: TokenKeeper, context: CommandContext): Promise<KeptState | undefined> {
  try {
    const attempt = keeper.refreshNow({ evenIfUncertain: true });
    await waitForSave(keeper, context, whileShowing(context, 'Trying the token that is in doubt', attempt));
    return await keeper.state();
  } catch (error) {
    if (!(error instanceof RefrainError) || endsHere.includes(error.code)) throw error;
    context.stderr.write('The token in doubt is spent. A new consent mends it.\n');
    return undefined;
  }
}

function doubtEnded(state: KeptState, { profile }: CommandContext): CommandOutcome {
  return {
    data: { profile, ...profileEntry(profile, state) },
    messages:
      `The token in the profile \u201c${profile}\u201d was not spent: it works, and needs no consent yet.\n` +
      `${countOf(state.daysLeft ?? 0, 'day')} left.\n`,
  };
}
