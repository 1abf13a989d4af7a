import type { ConsentGrant, Grant } from '../../../grants/grant.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { defaultPreset } from '../../../spotify/presets.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { readClientId } from '../../../text/values/credentials.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { wrapFor } from '../../terminal/text.ts';
import { selectScopes } from '../../terminal/scope-flags.ts';
import type { StartListener } from './callback/callback-listener.ts';
import type { CallbackRoute } from './callback/callback-route.ts';
import type { SignInFlags } from './flags.ts';
import { loadPromptsOnce, obtainClientId, obtainClientSecret, type LoadPrompts } from './obtain-credentials.ts';
import { formatReplacementNote } from './saved-text.ts';

/** What `login` asks Spotify for. */
export interface LoginOptions {
  readonly grant: Grant;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
}

/** What `renew` asks Spotify for: the same as the login before, unless a flag changes it. */
export interface RenewOptions extends LoginOptions {
  readonly grant: ConsentGrant;
  /** Whether the secret was entered now, so that it replaces the saved one. */
  readonly isNewSecret: boolean;
}

/** Grants that give an access token for one hour and nothing to save. */
export function isShortLived(grant: Grant): grant is 'temporary' | 'client_credentials' {
  return grant === 'temporary' || grant === 'client_credentials';
}

/** The grant that `login` asks for. */
export function grantOf(flags: Pick<SignInFlags, 'grant'>): Grant {
  return (flags.grant ?? 'authorization_code_pkce') as Grant;
}

/**
 * Reads the options of `login` from flags, environment and prompts. Without a terminal nothing is asked: the client ID
 * may come from the profile, and the scopes are those of the default preset.
 * @param signIn the sign-in that follows, if the grant has one
 * @throws RefrainError `wrong_usage` if something is missing and cannot be asked; `accounts_url_mismatch`
 */
export async function readLoginOptions(
  flags: SignInFlags,
  context: CommandContext,
  { route, startListener }: { readonly route: CallbackRoute; readonly startListener: StartListener },
): Promise<LoginOptions> {
  const grant = grantOf(flags);
  const signsIn = grant !== 'client_credentials';
  const needsSecret = grant === 'authorization_code' || grant === 'client_credentials';
  if (flags.clientSecretStdin && !needsSecret) {
    throw usageError('--client-secret-stdin needs --grant authorization_code or client_credentials.');
  }
  const flagScopes = selectScopes(flags);
  const saved = await readSavedState(context);
  if (!isShortLived(grant)) noteReplacement(saved, context);
  const prompts = loadPromptsOnce(context, signsIn ? startListener : undefined);
  const redirectUri = signsIn ? route.registered : undefined;
  const clientId = await obtainClientId(flags, context, { savedId: saved?.clientId, prompts, redirectUri });
  const scopes = signsIn ? (flagScopes ?? (await askScopes(context, prompts))) : [];
  const clientSecret = needsSecret ? await obtainClientSecret(flags, context, prompts) : undefined;
  return { grant, clientId, clientSecret, scopes };
}

/**
 * Reads the client ID of a token that `login` imports.
 * @param foundId found in the text with the token
 * @throws RefrainError `wrong_usage` if it is missing and cannot be asked; `accounts_url_mismatch`
 */
export async function readImportedClientId(
  flags: SignInFlags,
  context: CommandContext,
  foundId: string | undefined,
): Promise<string> {
  const saved = await readSavedState(context);
  noteReplacement(saved, context);
  return obtainClientId(flags, context, { savedId: saved?.clientId, foundId, prompts: loadPromptsOnce(context) });
}

/**
 * Reads the options of `renew` from the saved token and the flags.
 * @param saved the state of the token in `keeper`
 * @throws RefrainError `not_logged_in`, `accounts_url_mismatch`, `client_id_mismatch`; `wrong_usage` if something is
 * missing and cannot be asked
 */
export async function readRenewOptions(
  saved: KeptState,
  keeper: TokenKeeper,
  flags: SignInFlags,
  context: CommandContext,
  startListener: StartListener,
): Promise<RenewOptions> {
  const clientId = checkRenewable(saved, flags, context);
  const savedSecret = (await keeper.secrets())?.clientSecret;
  const grant = (flags.grant ??
    saved.grant ??
    (savedSecret ? 'authorization_code' : 'authorization_code_pkce')) as ConsentGrant;
  const needsSecret = grant === 'authorization_code';
  const isNewSecret = needsSecret && (flags.clientSecretStdin === true || !savedSecret);
  const prompts = loadPromptsOnce(context, startListener);
  const newSecret = isNewSecret ? await obtainClientSecret(flags, context, prompts) : undefined;
  return {
    grant,
    clientId,
    clientSecret: needsSecret ? (newSecret ?? savedSecret) : undefined,
    isNewSecret,
    scopes: selectScopes(flags) ?? (await sameScopes(saved, context, prompts)),
  };
}

/**
 * Checks that there is a token to renew, and that it belongs to the app and accounts service of this run.
 * @returns its client ID
 * @throws RefrainError `not_logged_in`, `accounts_url_mismatch`, `client_id_mismatch`
 */
export function checkRenewable(
  saved: KeptState,
  flags: Pick<SignInFlags, 'clientId' | 'withToken'>,
  context: CommandContext,
): string {
  const { state, clientId } = saved;
  if (state === 'none' || clientId === undefined) {
    const login = context.refrain(flags.withToken ? 'login --with-token' : 'login');
    throw new RefrainError('not_logged_in', { cure: `Run \`${login}\`.` });
  }
  checkAccountsUrl(saved, context);
  if (flags.clientId !== undefined && readClientId(flags.clientId) !== clientId) {
    throw new RefrainError('client_id_mismatch');
  }
  return clientId;
}

async function askScopes({ isTerminal }: CommandContext, prompts: LoadPrompts): Promise<readonly string[]> {
  return isTerminal ? (await prompts()).scopes() : defaultPreset.scopes;
}

/** Says that the login replaces a saved token, if there is one. */
function noteReplacement(saved: KeptState | undefined, context: CommandContext): void {
  if (saved) context.stderr.write(wrapFor(context)(formatReplacementNote(saved, context)));
}

/** @returns undefined if the record cannot be read: a login replaces it */
async function readSavedState(context: CommandContext): Promise<KeptState | undefined> {
  try {
    const saved = await openStored(context, context.profile).state();
    if (saved.state !== 'none') checkAccountsUrl(saved, context);
    return saved;
  } catch (error) {
    if (isRefrainError(error) && error.code === 'record_corrupt') return undefined;
    throw error;
  }
}

/** Refuses a profile whose token belongs to another accounts URL, which the new token would replace. */
function checkAccountsUrl({ accountsUrl }: KeptState, { endpoints }: CommandContext): void {
  if (accountsUrl === endpoints.accountsUrl) return;
  throw new RefrainError('accounts_url_mismatch', { detail: accountsUrl });
}

/** The scopes that the last sign-in asked for. An imported token has only those that Spotify granted. */
async function sameScopes(
  saved: KeptState,
  { isTerminal }: CommandContext,
  prompts: LoadPrompts,
): Promise<readonly string[]> {
  if (saved.grant !== undefined) return saved.askedScopes;
  if (saved.scopes !== undefined) return saved.scopes;
  if (isTerminal) return (await prompts()).scopes();
  throw usageError('The token’s scopes are unknown. Name them with --scope or --preset.');
}
