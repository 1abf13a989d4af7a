import { grants } from '../../../grants/grant.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { wrapFor } from '../../terminal/text.ts';
import { declareSignInFlags } from './flags.ts';
import { importToken, type ImportFlags } from './import-token.ts';
import { isShortLived, readLoginOptions } from './options.ts';
import { saveTokens, signInAndSave } from './save-login.ts';
import { getShortLivedToken } from './short-lived-token.ts';

interface LoginFlags extends ImportFlags {
  readonly withToken?: boolean;
}

/** Gets a refresh token with a sign-in, or imports one, and saves it in a profile. */
export const login: CommandModule<LoginFlags> = {
  examples: [
    'refrain login',
    'refrain login --client-id 0ac7… --preset now-playing --no-browser',
    'refrain login --with-token --authorized-at 2026-11-24 < token.txt',
  ],

  addFlags(command) {
    declareSignInFlags(command, grants);
    command
      .option('--with-token', 'read a refresh token from standard input instead')
      .option('--authorized-at <DATE>', 'when you approved it (for --with-token)');
  },

  async run(context, flags): Promise<CommandOutcome> {
    if (flags.authorizedAt !== undefined && !flags.withToken) {
      throw usageError('--authorized-at needs --with-token. A new sign-in has its own date.');
    }
    const outcome = await runLogin(flags, context);
    return { ...outcome, messages: wrapFor(context)(outcome.messages ?? '') };
  },
};

async function runLogin(flags: LoginFlags, context: CommandContext): Promise<CommandOutcome> {
  if (flags.withToken) return importToken(flags, context);
  const options = await readLoginOptions(flags, context);
  const { grant } = options;
  if (isShortLived(grant)) return getShortLivedToken(options, flags, context);
  return signInAndSave({ ...options, grant }, flags, context, (tokens) => saveTokens(tokens, options, flags, context));
}
