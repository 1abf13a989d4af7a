import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { isAboutCredentials } from '../../../errors/rejection.ts';
import { buildAuthorizationUrl, createAuthorizationRequest } from '../../../grants/authorization-request.ts';
import { getClientCredentialsToken } from '../../../grants/client-credentials.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { getAccount, type Account } from '../../../listening/account.ts';
import type { CommandContext } from '../../context/context.ts';
import type { OpenedKeeper } from '../../profile/open-keeper.ts';
import { waitForSave } from '../../profile/use-token.ts';
import { warnIfUnsaved } from '../../profile/warn-if-unsaved.ts';
import { readClientId } from '../../../text/values/credentials.ts';
import { readLastLogin } from '../../profile/last-login.ts';
import { suggestProfile } from '../../profile/records/other-profiles.ts';
import { chooseRoute, sentRedirectUri } from '../login/callback/callback-route.ts';
import { chooseApp } from './choose-app.ts';
import { askApi, askAuthorize, readAuthorizeAnswer } from './ask-servers.ts';
import { checkNetwork } from './check-machine.ts';
import type { Facts } from './facts.ts';

/**
 * Asks Spotify step by step, and stops at the first step that makes the rest pointless. An uncertain token is not sent; a
 * rejected one is sent at most once a minute.
 * @param flags `clientId` of the app to check; `port` of the redirect URI
 * @throws RefrainError `accounts_url_mismatch`, `wrong_usage` before anything is sent; `interrupted`
 */
export async function gatherFacts(opened: OpenedKeeper, flags: CheckFlags, context: CommandContext): Promise<Facts> {
  const record = await readRecord(opened.keeper, context);
  const facts = await askServers(record, opened.profile, flags, context);
  if (checkNetwork(facts).verdict !== 'ok') return facts;
  if (isForSameApp(facts, record) && isUnknownApp(facts)) return facts;

  const secretAnswer = await trySecret(record, facts, context);
  throwIfInterrupted(context);
  const isRejected = isRefrainError(secretAnswer) && isAboutCredentials(secretAnswer.code);
  if (isRefrainError(record.token) || isRejected || facts.secret === 'missing') return { ...facts, secretAnswer };
  return { ...facts, secretAnswer, ...(await tryToken(opened, context)) };
}

interface CheckFlags {
  readonly clientId?: string;
  readonly port?: number;
}

/** What is saved here, before anything is sent. */
interface RecordContent {
  /** An error if there is none, or the record cannot be read. */
  readonly token: KeptState | RefrainError;
  /** The secret of the token, or the one in SPOTIFY_CLIENT_SECRET if there is no token. */
  readonly clientSecret: string | undefined;
}

async function readRecord(keeper: TokenKeeper, context: CommandContext): Promise<RecordContent> {
  const { environment, endpoints } = context;
  const token = await readToken(keeper, context);
  if (isRefrainError(token)) return { token, clientSecret: environment.clientSecret };
  if (token.accountsUrl && token.accountsUrl !== endpoints.accountsUrl) {
    throw new RefrainError('accounts_url_mismatch', { detail: token.accountsUrl });
  }
  return { token, clientSecret: (await keeper.secrets())?.clientSecret };
}

/** The state of the token. An error if there is none, or the record cannot be read. */
async function readToken(keeper: TokenKeeper, context: CommandContext): Promise<KeptState | RefrainError> {
  const state = await valueOrError(keeper.state());
  if (isRefrainError(state) || state.state !== 'none') return state;
  return suggestProfile(new RefrainError('not_logged_in'), context);
}

/** Asks both servers, without the token. The facts that need it are undefined. */
async function askServers(
  { token, clientSecret }: RecordContent,
  profile: string | undefined,
  flags: CheckFlags,
  context: CommandContext,
): Promise<Facts> {
  const { environment, endpoints, clock, refrain, childEnvironment } = context;
  const saved = isRefrainError(token) ? undefined : token;
  const named = { flag: flags.clientId && readClientId(flags.clientId), variable: environment.clientId };
  const app = chooseApp(named, saved, { last: await readLastLogin(context), profile });
  const { clientId, appSource } = app;
  const route = chooseRoute({ ...(flags.port !== undefined && { port: flags.port }) }, app.redirectUri);
  const redirectUri = { sent: sentRedirectUri(route, 8888), registered: route.registered };
  const scopes = saved && appSource === 'token' ? saved.askedScopes : [];
  const [accounts, api] = await Promise.all([
    askAuthorize(await consentQuery(clientId, redirectUri.sent, scopes, context), context),
    askApi(context),
  ]);
  return {
    refrain,
    profile,
    now: clock.now(),
    nodeVersion: process.versions.node,
    unusedProxy: findUnusedProxy(childEnvironment),
    endpoints,
    accounts,
    api,
    clientId,
    appSource,
    redirectUri,
    token,
    secret: needOfSecret(saved, clientSecret),
    secretAnswer: undefined,
    refresh: undefined,
    account: undefined,
  };
}

/** Whether the checks that follow are about this app too: it is the token's, or there is no token. */
function isForSameApp({ appSource }: Facts, { token }: RecordContent): boolean {
  return isRefrainError(token) || appSource === 'token';
}

function isUnknownApp(facts: Facts): boolean {
  return !isRefrainError(facts.accounts) && readAuthorizeAnswer(facts.accounts, facts) === 'client_unknown';
}

/** Whether Spotify accepts the client ID and the secret. Undefined if one of them is missing. */
async function trySecret(
  { token, clientSecret }: RecordContent,
  facts: Facts,
  context: CommandContext,
): Promise<Facts['secretAnswer']> {
  const { endpoints, fetch, clock } = context;
  const clientId = (isRefrainError(token) ? undefined : token.clientId) ?? facts.clientId;
  if (!clientId || !clientSecret) return undefined;
  const app = { clientId, clientSecret };
  return valueOrError(
    getClientCredentialsToken({ ...app, endpoints, fetch, now: () => clock.now() }).then(() => 'accepted' as const),
  );
}

/** Refreshes the token, and asks whose it is. */
async function tryToken(
  opened: OpenedKeeper,
  context: CommandContext,
): Promise<Pick<Facts, 'refresh' | 'account' | 'token' | 'now'>> {
  const { keeper } = opened;
  const refresh = await valueOrError(waitForSave(opened, context, keeper.refreshNow()).then(() => 'done' as const));
  const account = refresh === 'done' ? await valueOrError(askAccount(keeper, context)) : undefined;
  throwIfInterrupted(context);
  return { refresh, account, token: await readToken(keeper, context), now: context.clock.now() };
}

function throwIfInterrupted({ signal }: CommandContext): void {
  if (signal.aborted) throw new RefrainError('interrupted');
}

/** The account of the token. It is saved too, in case the login could not get it. */
async function askAccount(keeper: TokenKeeper, context: CommandContext): Promise<Account> {
  const { endpoints, fetch, clock } = context;
  const accessToken = await keeper.accessToken();
  const account = await getAccount({ endpoints, fetch, now: () => clock.now(), accessToken });
  const { id, accountId, displayName } = account;
  const saving = keeper.setAccount({ id, accountId, displayName });
  await warnIfUnsaved(saving, 'The account of the token could not be saved', context);
  return account;
}

async function consentQuery(
  clientId: string | undefined,
  redirectUri: string,
  scopes: readonly string[],
  { endpoints }: CommandContext,
): Promise<URLSearchParams> {
  const request = createAuthorizationRequest({
    grant: 'authorization_code_pkce',
    clientId: clientId ?? '',
    redirectUri,
    scopes,
  });
  return (await buildAuthorizationUrl(request, endpoints)).searchParams;
}

function needOfSecret(token: KeptState | undefined, clientSecret: string | undefined): Facts['secret'] {
  if (clientSecret !== undefined) return 'present';
  return token?.grant === 'authorization_code' ? 'missing' : 'not needed';
}

/** A proxy that is set but not used: Node's `fetch` ignores these variables unless NODE_USE_ENV_PROXY is 1. */
function findUnusedProxy(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  if (variables['NODE_USE_ENV_PROXY'] === '1') return undefined;
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((name) => variables[name]);
}

async function valueOrError<Value>(work: Promise<Value>): Promise<Value | RefrainError> {
  try {
    return await work;
  } catch (error) {
    if (isRefrainError(error) && error.code !== 'interrupted') return error;
    throw error;
  }
}
