import type { ConsentGrant, Grant } from '../../../grants/grant.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { describeUnusualClientId } from '../../../spotify/client-id.ts';
import { defaultPreset } from '../../../spotify/presets.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { readClientId, readClientSecret } from '../../../text/values/credentials.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { checkEntered, fillField } from '../../context/entered-values.ts';
import { wrapFor } from '../../terminal/text.ts';
import { selectScopes } from '../../terminal/scope-flags.ts';
import { unlessInterrupted } from '../../terminal/interrupts.ts';
import { readAll } from '../../terminal/stdin.ts';
import type { StartListener } from './callback/callback-listener.ts';
import type { CallbackRoute } from './callback/callback-route.ts';
import type { SignInFlags } from './flags.ts';
import { createPrompts, type Prompts } from './prompts.ts';
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

/** A sign-in that follows the questions. */
interface ComingSignIn {
  readonly route: CallbackRoute;
  readonly startListener: StartListener;
}

/** The grant that `login` asks for. */
export function grantOf(flags: Pick<SignInFlags, 'grant'>): Grant {
  return (flags.grant ?? 'authorization_code_pkce') as Grant;
}

/**
 * Reads the options of `login` from flags, environment and prompts. Without a terminal nothing is asked: the client ID
 * may come from the profile, and the scopes are those of the default preset.
 * @param from `signIn`: started before the first question; `foundClientId`: pasted together with the refresh token to
 * import, used if neither a flag nor a variable gives one
 * @throws RefrainError `wrong_usage` if something is missing and cannot be asked; `accounts_url_mismatch`
 */
export async function readLoginOptions(
  flags: SignInFlags,
  context: CommandContext,
  { foundClientId, ...coming }: Partial<ComingSignIn> & { readonly foundClientId?: string | undefined } = {},
): Promise<LoginOptions> {
  const { stderr, environment, isTerminal } = context;
  const wrap = wrapFor(context);
  const grant = grantOf(flags);
  const needsSecret = grant === 'authorization_code' || grant === 'client_credentials';
  if (flags.clientSecretStdin && !needsSecret) {
    throw usageError('--client-secret-stdin needs --grant authorization_code or client_credentials.');
  }
  const flagScopes = selectScopes(flags);
  const saved = await readSavedState(context);
  if (saved && !isShortLived(grant)) stderr.write(wrap(formatReplacementNote(saved, context)));

  const startListener = grant === 'client_credentials' ? undefined : coming.startListener;
  const prompts = loadPromptsOnce(context, startListener);
  const flagId = checkEntered(readClientId(flags.clientId ?? ''), 'client_id', '--client-id');
  const enteredId = flagId || checkEntered(environment.clientId ?? '', 'client_id', 'SPOTIFY_CLIENT_ID');
  const knownId = fillField('client ID', enteredId, foundClientId, (line) => stderr.write(wrap(line)));
  const warning = knownId && describeUnusualClientId(knownId);
  if (warning) stderr.write(wrap(`${warning}. It is used anyway.\n`));
  const clientId =
    knownId ||
    (isTerminal ? await (await prompts()).clientId(saved?.clientId, coming.route?.registered) : saved?.clientId);
  if (!clientId) throw usageError('A client ID is needed. Use --client-id ID, or set SPOTIFY_CLIENT_ID.');
  const scopes =
    grant === 'client_credentials'
      ? []
      : (flagScopes ?? (isTerminal ? await (await prompts()).scopes() : defaultPreset.scopes));
  const clientSecret = needsSecret ? await findClientSecret(flags, context, prompts) : undefined;
  return { grant, clientId, clientSecret, scopes };
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
  const newSecret = isNewSecret ? await findClientSecret(flags, context, prompts) : undefined;
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

/** Starts the listener and loads the prompts when the first question is asked. */
function loadPromptsOnce(context: CommandContext, startListener?: StartListener): () => Promise<Prompts> {
  let prompts: Promise<Prompts> | undefined;
  const load = async () => {
    await startListener?.();
    return createPrompts(context);
  };
  return () => (prompts ??= load());
}

/** Gets the client secret from standard input, the environment or a prompt, never from an argument. */
async function findClientSecret(
  flags: Pick<SignInFlags, 'clientSecretStdin'>,
  { environment, isTerminal, stdin, stdinIsTerminal, signal }: CommandContext,
  prompts: () => Promise<Prompts>,
): Promise<string> {
  const prompt = async () => (await prompts()).clientSecret();
  const secret = flags.clientSecretStdin
    ? // A terminal would show the secret while it is typed, so the prompt hides it.
      await (stdinIsTerminal ? prompt() : unlessInterrupted(readAll(stdin), signal))
    : (environment.clientSecret ?? (isTerminal ? await prompt() : undefined));
  const clientSecret = readClientSecret(secret ?? '');
  if (clientSecret) return clientSecret;
  throw usageError('A client secret is needed. Set SPOTIFY_CLIENT_SECRET, or use --client-secret-stdin.');
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
  prompts: () => Promise<Prompts>,
): Promise<readonly string[]> {
  if (saved.grant !== undefined) return saved.askedScopes;
  if (saved.scopes !== undefined) return saved.scopes;
  if (isTerminal) return (await prompts()).scopes();
  throw usageError('The token’s scopes are unknown. Name them with --scope or --preset.');
}
