import type { TokenSet } from '../../../grants/token-set.ts';
import type { KeptAccount, KeptState } from '../../../keeper/record/state.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { errorDocument } from '../../terminal/errors.ts';
import { openForConsent } from '../../profile/open-keeper.ts';
import { profileEntry } from '../../profile/profile-entry.ts';
import { profileFolder, checkWritable } from '../../profile/profiles.ts';
import { accountName, isDifferentAccount, accountText } from '../../profile/account.ts';
import type { SignInFlags } from './flags.ts';
import { keptWords } from './saved-text.ts';
import { printed, tokensOf, type Printable } from './print-tokens.ts';
import type { Renewal } from './renewal.ts';
import { signIn } from './sign-in.ts';
import { keptWords as keptTab } from './tab-text.ts';
import type { Wanted } from './options.ts';

/** What was got and kept. */
export interface KeptConsent {
  readonly tokens: TokenSet;
  readonly wanted: Pick<Wanted, 'clientId' | 'clientSecret'>;
}

/** A login by consent: the tokens are saved before anything else is asked. */
export async function keepConsent(
  wanted: Wanted,
  given: SignInFlags,
  context: CommandContext,
): Promise<CommandOutcome> {
  await checkWritable(profileFolder(context.home, context.profile));
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
  const { clientId, clientSecret } = wanted;
  const keeper = openForConsent(context, clientId);
  await keeper.adopt(tokens, { clientSecret });
  const { account, trouble } = await accountText(tokens.accessToken, context);
  if (account) await keeper.setAccount(account);
  return told({ tokens, wanted, state: await keeper.state(), account, trouble }, given, context);
}

/**
 * The same consent again. Whose it is, is asked first: another's is refused, and the old token stays.
 * @throws RefrainError `account_mismatch`
 */
export async function keepRenewed(
  renewal: Renewal,
  before: KeptState,
  given: SignInFlags,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { clientId, clientSecret, isNewSecret } = renewal;
  await checkWritable(profileFolder(context.home, context.profile));
  const { outcome } = await signIn({ ...renewal, ...waysOf(given, context) }, context, async (tokens) => {
    if (tokens.lacksRefreshToken) throw new RefrainError('refresh_token_missing');
    const { account, trouble } = await accountText(tokens.accessToken, context);
    const another = isDifferentAccount(before.account, account);
    if (another) throw new RefrainError('account_mismatch', { detail: mismatchOf(before.account, account) });
    const keeper = openForConsent(context, clientId);
    await keeper.adopt(tokens, { account, clientSecret: isNewSecret ? clientSecret : undefined });
    const kept = { tokens, wanted: { clientId, clientSecret }, state: await keeper.state(), account, trouble };
    return told({ ...kept, isUnproven: another === undefined }, given, context);
  });
  return outcome;
}

function mismatchOf(before: KeptAccount | undefined, now: KeptAccount | undefined): string {
  return `${now ? accountName(now) : 'unknown'}, not ${before ? accountName(before) : 'unknown'}`;
}

interface Told extends KeptConsent {
  readonly state: KeptState;
  readonly account: KeptAccount | undefined;
  readonly trouble: RefrainError | undefined;
  /** Whether nobody knows that it is the same account as before. */
  readonly isUnproven?: boolean;
}

function told({ tokens, wanted, ...kept }: Told, given: Pick<SignInFlags, 'print'>, context: CommandContext) {
  const { profile, refrain, endpoints, colour, json, platform, clock } = context;
  const { account, trouble, state } = kept;
  const { refreshToken, accessToken, accessTokenExpiresAt, authorizedAt } = tokens;
  const printable: Printable = {
    ...wanted,
    refreshToken,
    accessToken,
    accessTokenExpiresAt,
    authorizedAt,
    endpoints,
  };
  const outcome: CommandOutcome = {
    data: {
      profile,
      ...profileEntry(profile, state),
      ...(given.print ? tokensOf(printable) : {}),
      ...(trouble ? { warning: errorDocument(trouble, context).error } : {}),
    },
    text: given.print && !json ? printed(given.print, printable) : '',
    messages: keptWords({ ...kept, profile, platform, refrain, now: clock.now() }, colour),
  };
  return { outcome, tab: keptTab(state.refreshTokenExpiresAt, account && accountName(account)) };
}
