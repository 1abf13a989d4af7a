import { getClientCredentialsToken } from '../../../grants/client-credentials.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { momentOf } from '../../terminal/dates.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { unlessInterrupted } from '../../terminal/interrupts.ts';
import type { StartListener } from './callback/callback-listener.ts';
import { signInOptions, type SignInFlags } from './flags.ts';
import type { LoginOptions } from './options.ts';
import { formatTokens, toTokenDocument, type PrintableTokens } from './print-tokens.ts';
import { signIn } from './sign-in.ts';
import { approvedTab } from './callback/tab-page.ts';

/** Gets an access token for one hour (`temporary`, `client_credentials`) and prints it. Nothing is saved. */
export async function getShortLivedToken(
  options: LoginOptions,
  flags: SignInFlags,
  context: CommandContext,
  startListener: StartListener,
): Promise<CommandOutcome> {
  const { clientId, grant } = options;
  const { endpoints, json, clock } = context;
  const { accessToken, accessTokenExpiresAt, scopes } =
    grant === 'client_credentials'
      ? await getAppToken(options, context)
      : await getUserToken(options, flags, context, startListener);
  const printable: PrintableTokens = {
    clientId,
    clientSecret: undefined,
    refreshToken: undefined,
    accessToken,
    accessTokenExpiresAt,
    authorizedAt: undefined,
    endpoints,
  };
  const until =
    accessTokenExpiresAt === undefined ? '' : `, valid until ${momentOf(accessTokenExpiresAt, clock.now())}`;
  return {
    data: { clientId, grant, scopes: scopes ?? null, ...toTokenDocument(printable) },
    text: json ? '' : formatTokens(flags.print ?? 'token', printable),
    messages: `Access token${until}. Nothing was saved.\n`,
  };
}

function getAppToken({ clientId, clientSecret = '' }: LoginOptions, context: CommandContext): Promise<TokenSet> {
  const { endpoints, fetch, clock, signal } = context;
  const request = getClientCredentialsToken({ clientId, clientSecret, endpoints, fetch, now: () => clock.now() });
  return unlessInterrupted(whileShowing(context, 'Getting an access token', request), signal);
}

async function getUserToken(
  { clientId, scopes }: LoginOptions,
  flags: SignInFlags,
  context: CommandContext,
  startListener: StartListener,
): Promise<TokenSet> {
  const options = { grant: 'temporary', clientId, clientSecret: undefined, scopes } as const;
  const finish = async (tokens: TokenSet) => ({ tokens, tab: approvedTab });
  return (await signIn({ ...options, ...signInOptions(flags, context), startListener }, context, finish)).tokens;
}
