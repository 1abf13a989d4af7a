import type { ConsentGrant } from '../../../grants/grant.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import type { KeptAccount, KeptState } from '../../../keeper/record/state.ts';
import { isDifferentAccount } from '../../../listening/account.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { isStoreUnavailable } from '../../../keeper/stores/store-adapter.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { accountName, tryGetAccount } from '../../profile/account.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { profileEntry } from '../../profile/profile-entry.ts';
import { noteRedirectUri } from '../../profile/redirect-uri-note.ts';
import { warnIfUnsaved } from '../../profile/warn-if-unsaved.ts';
import { getCure } from '../../terminal/cures.ts';
import { errorDocument } from '../../terminal/errors.ts';
import { signInOptions, type SignInFlags } from './flags.ts';
import { offerTokens } from './offer-tokens.ts';
import type { LoginOptions, RenewOptions } from './options.ts';
import { formatTokens, toTokenDocument, type PrintableTokens } from './print-tokens.ts';
import { formatSavedLogin, type SavedLogin } from './saved-text.ts';
import type { StartListener } from './callback/callback-listener.ts';
import { signIn } from './sign-in.ts';
import { failedTab, loggedInTab, type TabText } from './callback/tab-page.ts';

/** The app of new tokens, and the client secret if they need it. */
export type LoginApp = Pick<LoginOptions, 'clientId' | 'clientSecret'>;
/** Other refresh tokens that the new one replaces. */
export interface Replaced {
  readonly replaces?: readonly string[] | undefined;
}

type PrintFlag = Pick<SignInFlags, 'print'>;

/** What became of new tokens. */
export interface SaveResult {
  readonly isSaved: boolean;
  /** The text for the browser tab. */
  readonly tab: TabText;
  /** Ends the command, after everything that must not be interrupted. It may ask what to do with unsaved tokens. */
  finish(): Promise<CommandOutcome>;
}

/**
 * Signs in, and saves the tokens in the profile.
 * @param save saves the tokens. They always include a refresh token.
 * @throws RefrainError `store_failed`, `refresh_token_missing`, or what `signIn` and `save` throw
 */
export async function signInAndSave(
  options: LoginOptions & { readonly grant: ConsentGrant },
  flags: SignInFlags,
  context: CommandContext,
  startListener: StartListener,
  save: (tokens: TokenSet) => Promise<SaveResult>,
): Promise<CommandOutcome> {
  const how = { ...options, ...signInOptions(flags, context), startListener };
  const result = await signIn(how, context, async (tokens) => {
    if (tokens.lacksRefreshToken) throw new RefrainError('refresh_token_missing');
    const saved = await save(tokens);
    const { route } = await startListener();
    if (saved.isSaved) await noteRedirectUri(openStored(context, context.profile), route.registered, context);
    return saved;
  });
  return result.finish();
}

/** Saves new tokens in the profile, then reads the account. If the account cannot be read, the user sees a warning. */
export async function saveTokens(
  tokens: TokenSet,
  app: LoginApp & Replaced,
  flags: PrintFlag,
  context: CommandContext,
): Promise<SaveResult> {
  const { profile, environment } = context;
  const keeper = openStored(context, profile, { clientId: app.clientId });
  // The variable's token too: a variable that is still set must not shadow this login.
  const replaces = [...(app.replaces ?? []), environment.refreshToken];
  const error = await storeErrorOf(keeper.adopt(tokens, { clientSecret: app.clientSecret, replaces }));
  if (error) return toUnsavedResult(error, tokens, app, flags, context);
  const { account, error: accountError } = await tryGetAccount(tokens.accessToken, context);
  if (account) await warnIfUnsaved(keeper.setAccount(account), 'The token is saved, but not its account', context);
  const saved = { state: await keeper.state(), account, accountError };
  return toResult(saved, tokens, app, flags, context);
}

/**
 * Saves renewed tokens. Reads the account first, so that tokens of a different account do not replace the saved ones.
 * @param before the state before the sign-in
 * @throws RefrainError `account_mismatch`
 */
export async function saveRenewedTokens(
  tokens: TokenSet,
  before: KeptState,
  options: Pick<RenewOptions, 'clientId' | 'clientSecret' | 'isNewSecret'> & Replaced,
  flags: PrintFlag,
  context: CommandContext,
): Promise<SaveResult> {
  const { clientId, clientSecret, isNewSecret } = options;
  const { account, error: accountError } = await tryGetAccount(tokens.accessToken, context);
  const isDifferent = isDifferentAccount(before.account, account);
  if (isDifferent) throw new RefrainError('account_mismatch', { detail: describeMismatch(before.account, account) });
  const { profile, environment } = context;
  const keeper = openStored(context, profile, { clientId });
  const replaces = [...(options.replaces ?? []), environment.refreshToken];
  const facts = { account, clientSecret: isNewSecret ? clientSecret : undefined, replaces };
  const error = await storeErrorOf(keeper.adopt(tokens, facts));
  if (error) return toUnsavedResult(error, tokens, options, flags, context);
  const saved = {
    state: await keeper.state(),
    account,
    accountError,
    isAccountUnchecked: isDifferent === undefined,
  };
  return toResult(saved, tokens, { clientId, clientSecret }, flags, context);
}

function describeMismatch(before: KeptAccount | undefined, now: KeptAccount | undefined): string {
  const nameOf = (account: KeptAccount | undefined) => (account ? accountName(account) : 'unknown');
  return `${nameOf(now)}, not ${nameOf(before)}`;
}

/** Why the token could not be saved; undefined if it is saved. */
async function storeErrorOf(saving: Promise<void>): Promise<RefrainError | undefined> {
  try {
    await saving;
    return undefined;
  } catch (error) {
    if (isRefrainError(error) && isStoreUnavailable(error)) return error;
    throw error;
  }
}

/** The place was proved before, and fails now. */
function toUnsavedResult(
  error: RefrainError,
  tokens: TokenSet,
  app: LoginApp,
  flags: PrintFlag,
  context: CommandContext,
): SaveResult {
  return {
    isSaved: false,
    tab: failedTab(error, getCure(error, context), context.clock.now()),
    finish: () => offerTokens(error, toPrintable(tokens, app, context), flags, context),
  };
}

function toPrintable(tokens: TokenSet, { clientId, clientSecret }: LoginApp, context: CommandContext): PrintableTokens {
  const { refreshToken, accessToken, accessTokenExpiresAt, authorizedAt } = tokens;
  const { endpoints } = context;
  return { clientId, clientSecret, refreshToken, accessToken, accessTokenExpiresAt, authorizedAt, endpoints };
}

function toResult(
  saved: SavedLogin,
  tokens: TokenSet,
  app: LoginApp,
  { print }: PrintFlag,
  context: CommandContext,
): SaveResult {
  const { profile, json, clock } = context;
  const { state, account, accountError } = saved;
  const printable = toPrintable(tokens, app, context);
  return {
    isSaved: true,
    finish: async () => ({
      data: {
        profile,
        ...profileEntry(profile, state),
        ...(print ? toTokenDocument(printable) : {}),
        ...(accountError ? { warning: errorDocument(accountError, context).error } : {}),
      },
      text: print && !json ? formatTokens(print, printable) : '',
      messages: formatSavedLogin(
        { ...saved, isVariableSet: context.environment.refreshToken !== undefined },
        { ...context, now: clock.now() },
      ),
    }),
    tab: loggedInTab(account && accountName(account)),
  };
}
