import { getClientCredentialsToken } from '../../../grants/client-credentials.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { momentOf } from '../../terminal/dates.ts';
import { whileShowing } from '../../terminal/progress.ts';
import type { SignInFlags } from './flags.ts';
import { waysOf } from './save-login.ts';
import { printed, tokensOf, type Printable } from './print-tokens.ts';
import { signIn } from './sign-in.ts';
import { keptWords } from './tab-text.ts';
import { unlessInterrupted } from '../../terminal/interrupts.ts';
import type { Wanted } from './options.ts';

/** An access token for an hour, with nothing to keep (`temporary`, `client_credentials`): it is printed. */
export async function getShortLivedToken(
  wanted: Wanted,
  given: SignInFlags,
  context: CommandContext,
): Promise<CommandOutcome> {
  const tokens = wanted.grant === 'client_credentials' ? await ofApp(wanted, context) : await ofListener();
  const { accessToken, accessTokenExpiresAt, scopes } = tokens;
  const { clientId, grant } = wanted;
  const { endpoints, json, clock } = context;
  const printable: Printable = {
    clientId,
    clientSecret: undefined,
    refreshToken: undefined,
    accessToken,
    accessTokenExpiresAt,
    authorizedAt: undefined,
    endpoints,
  };
  const until = accessTokenExpiresAt === undefined ? '' : `, good until ${momentOf(accessTokenExpiresAt, clock.now())}`;
  return {
    data: { clientId, grant, scopes: scopes ?? null, ...tokensOf(printable) },
    text: json ? '' : printed(given.print ?? 'token', printable),
    messages: `An access token${until}. Nothing is kept.\n`,
  };

  async function ofListener(): Promise<TokenSet> {
    const ways = { ...waysOf(given, context), grant: 'temporary' as const, clientSecret: undefined };
    const finish = async (got: TokenSet) => ({ got, tab: keptWords(undefined, undefined) });
    return (await signIn({ ...wanted, ...ways }, context, finish)).got;
  }
}

function ofApp({ clientId, clientSecret = '' }: Wanted, context: CommandContext): Promise<TokenSet> {
  const { endpoints, fetch, clock } = context;
  const asked = getClientCredentialsToken({ clientId, clientSecret, endpoints, fetch, now: () => clock.now() });
  return unlessInterrupted(whileShowing(context, 'Asking Spotify for an access token', asked), context.signal);
}
