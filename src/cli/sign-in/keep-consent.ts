import type { TokenSet } from '../../grants/token-set.ts';
import { RefrainError } from '../../spotify/refrain-error.ts';
import type { Outcome } from '../command-module.ts';
import type { CommandContext } from '../context.ts';
import { openStored } from '../open-keeper.ts';
import { profileEntry } from '../profile-entry.ts';
import { accountName, whose } from '../whose.ts';
import type { SignInFlags } from './flags.ts';
import { keptWords } from './kept-words.ts';
import { printed, tokensOf, type Printable } from './print.ts';
import { signIn } from './sign-in.ts';
import { keptWords as keptTab } from './tab-words.ts';
import type { Wanted } from './wanted.ts';

/** What was got and kept. */
export interface KeptConsent {
  readonly tokens: TokenSet;
  readonly wanted: Pick<Wanted, 'clientId' | 'clientSecret'>;
}

/** A login by consent: the tokens are saved before anything else is asked. */
export async function keepConsent(wanted: Wanted, given: SignInFlags, context: CommandContext): Promise<Outcome> {
  const grant = wanted.grant === 'authorization_code' ? 'authorization_code' : 'authorization_code_pkce';
  const { outcome } = await signIn({ ...wanted, grant, ...waysOf(given, context) }, context, async (tokens) => {
    if (tokens.lacksRefreshToken) throw new RefrainError('refresh_token_missing');
    return keep({ tokens, wanted }, given, context);
  });
  return outcome;
}

/** How consent is got, as flags and terminal have it. */
export function waysOf(given: SignInFlags, { isTerminal, environment }: CommandContext) {
  return {
    port: given.port,
    timeout: given.timeout * 1000,
    opensBrowser: given.browser && !environment.ci,
    takesPaste: isTerminal && !given.clientSecretStdin,
  };
}

/** Saves what was got, then asks whose it is; that this fails is a warning. */
export async function keep(
  { tokens, wanted }: KeptConsent,
  given: Pick<SignInFlags, 'print'>,
  context: CommandContext,
) {
  const { profile, endpoints, colour, json } = context;
  const { clientId, clientSecret } = wanted;
  const keeper = openStored(context, profile, { clientId });
  await keeper.adopt(tokens, { clientSecret });
  const { account, trouble } = await whose(tokens.accessToken, context);
  if (account) await keeper.note({ account });
  const state = await keeper.state();
  const printable: Printable = { ...factsOf(tokens), clientId, clientSecret, endpoints };
  const outcome: Outcome = {
    data: {
      profile,
      ...profileEntry(profile, state),
      ...(given.print ? tokensOf(printable) : {}),
      ...(trouble ? { warning: { code: trouble.code, message: trouble.message, cure: trouble.cure } } : {}),
    },
    text: given.print && !json ? printed(given.print, printable) : '',
    words: keptWords({ state, profile, account, trouble }, colour),
  };
  return { outcome, tab: keptTab(state.refreshTokenExpiresAt, account && accountName(account)) };
}

function factsOf({ refreshToken, accessToken, accessTokenExpiresAt, authorizedAt }: TokenSet) {
  return { refreshToken, accessToken, accessTokenExpiresAt, authorizedAt };
}
