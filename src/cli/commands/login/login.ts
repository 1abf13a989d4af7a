import { grants } from '../../../grants/grant.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { wrapFor } from '../../terminal/text.ts';
import { importToken } from './import-token.ts';
import { declareSignIn, type SignInFlags } from './flags.ts';
import { getShortLivedToken } from './short-lived-token.ts';
import { keepConsent } from './save-login.ts';
import { wantedOf } from './options.ts';
import { usageError } from '../../context/usage-error.ts';

interface Given extends SignInFlags {
  readonly withToken?: boolean;
  readonly authorizedAt?: string;
}

/** Gets a refresh token by consent, or takes one from elsewhere, and keeps it in a profile. */
export const login: CommandModule<Given> = {
  examples: [
    'refrain login',
    'refrain login --client-id 0ac7\u2026 --preset now-playing --no-browser',
    'refrain login --with-token --authorized-at 2026-11-24 < token.txt',
  ],

  declare(command) {
    declareSignIn(command, grants);
    command
      .option('--with-token', 'take a refresh token from standard input instead')
      .option('--authorized-at <DATE>', 'when its consent was given');
  },

  async run(context, given): Promise<CommandOutcome> {
    if (given.authorizedAt !== undefined && !given.withToken) {
      throw usageError('--authorized-at goes with --with-token: a new consent has a date of its own.');
    }
    return folded(await gotten(given, context), context);
  },
};

async function gotten(given: Given, context: CommandContext): Promise<CommandOutcome> {
  if (given.withToken) return importToken(given, context);
  const wanted = await wantedOf(given, context);
  return wanted.grant === 'temporary' || wanted.grant === 'client_credentials'
    ? getShortLivedToken(wanted, given, context)
    : keepConsent(wanted, given, context);
}

/** Its words, as they fit the screen. */
function folded(outcome: CommandOutcome, context: CommandContext): CommandOutcome {
  return { ...outcome, messages: wrapFor(context)(outcome.messages ?? '') };
}
