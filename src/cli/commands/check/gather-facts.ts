import { getClientCredentialsToken } from '../../../grants/client-credentials.ts';
import { buildAuthorizationUrl, createAuthorizationRequest } from '../../../grants/authorization-request.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { getAccount, type Account } from '../../../listening/account.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import type { OpenedKeeper } from '../../profile/open-keeper.ts';
import { waitForSave } from '../../profile/wait-for-save.ts';
import { askApi, askAuthorize } from './ask-servers.ts';
import { meaningOfAuthorize } from './authorize-meaning.ts';
import type { AuthorizeAnswer, Facts } from './facts.ts';
import { judgeNetwork } from './judge-machine.ts';

/**
 * Asks, one after the other and no further than makes sense, all that Spotify can tell. A token in doubt is not sent, a
 * refused one at most once a minute.
 * @param port of the loopback address that a login would use
 * @throws RefrainError `accounts_url_mismatch`, and then nothing is sent; `interrupted`
 */
export async function gatherFacts(
  { keeper, isEnvOnly: isInVariableAlone }: OpenedKeeper,
  port: number,
  context: CommandContext,
): Promise<Facts> {
  const { environment, endpoints, fetch, clock, refrain, childEnvironment } = context;
  const state = await orError(keeper.state());
  if (!(state instanceof RefrainError) && state.accountsUrl && state.accountsUrl !== endpoints.accountsUrl) {
    throw new RefrainError('accounts_url_mismatch');
  }
  const secrets = state instanceof RefrainError ? undefined : await keeper.secrets();
  const isNone = state instanceof RefrainError || state.state === 'none';
  const clientId = (state instanceof RefrainError ? undefined : state.clientId) ?? environment.clientId;
  const clientSecret = secrets?.clientSecret ?? (isNone ? environment.clientSecret : undefined);
  const redirectUri = { sent: `http://127.0.0.1:${port}/`, registered: 'http://127.0.0.1/' };

  const [accounts, api] = await Promise.all([
    askAuthorize(await queryFor(clientId, redirectUri.sent, state, context), context),
    askApi(context),
  ]);
  const facts: Facts = {
    refrain,
    isInVariableAlone: isInVariableAlone(),
    now: clock.now(),
    nodeVersion: process.versions.node,
    unusedProxy: unusedProxy(childEnvironment),
    endpoints,
    accounts,
    api,
    clientId,
    redirectUri,
    kept: state,
    secret: secretState(state, clientSecret),
    secretAnswer: undefined,
    refresh: undefined,
    account: undefined,
  };
  if (judgeNetwork(facts).verdict !== 'ok' || isUnknownApp(accounts, redirectUri.sent)) return facts;

  const app = { endpoints, fetch, now: () => clock.now() };
  const secretAnswer =
    clientId && clientSecret
      ? await orError(getClientCredentialsToken({ ...app, clientId, clientSecret }).then(() => 'accepted' as const))
      : undefined;
  if (context.signal.aborted) throw new RefrainError('interrupted');
  const isRefused = secretAnswer instanceof RefrainError && /^(invalid_client|client_)/.test(secretAnswer.code);
  if (isNone || isRefused || facts.secret === 'missing') return { ...facts, secretAnswer };

  const refresh = await orError(waitForSave(keeper, context, keeper.refreshNow()).then(() => 'done' as const));
  const account = refresh === 'done' ? await orError(askAccount(keeper, app)) : undefined;
  if (context.signal.aborted) throw new RefrainError('interrupted');
  return {
    ...facts,
    isInVariableAlone: isInVariableAlone(),
    secretAnswer,
    refresh,
    account,
    kept: await orError(keeper.state()),
    now: clock.now(),
  };
}

/** The account behind the token; noted beside it, for a login that could not learn it. */
async function askAccount(
  keeper: TokenKeeper,
  app: { endpoints: Facts['endpoints']; fetch: typeof fetch; now: () => number },
): Promise<Account> {
  const accessToken = await keeper.accessToken();
  const account = await getAccount({ ...app, accessToken });
  const { id, accountId, displayName } = account;
  await keeper.setAccount({ id, accountId, displayName });
  return account;
}

async function queryFor(
  clientId: string | undefined,
  redirectUri: string,
  state: KeptState | RefrainError,
  { endpoints }: CommandContext,
): Promise<URLSearchParams> {
  const scopes = state instanceof RefrainError ? [] : state.askedScopes;
  const request = createAuthorizationRequest({
    grant: 'authorization_code_pkce',
    clientId: clientId ?? '',
    redirectUri,
    scopes,
  });
  return (await buildAuthorizationUrl(request, endpoints)).searchParams;
}

function isUnknownApp(accounts: AuthorizeAnswer | RefrainError, redirectUri: string): boolean {
  return !(accounts instanceof RefrainError) && meaningOfAuthorize(accounts, redirectUri) === 'client_unknown';
}

function secretState(state: KeptState | RefrainError, clientSecret: string | undefined): Facts['secret'] {
  if (clientSecret !== undefined) return 'there';
  return !(state instanceof RefrainError) && state.grant === 'authorization_code' ? 'missing' : 'not needed';
}

/** A proxy that is set and not used: Node's `fetch` heeds these variables only when it is told to. */
function unusedProxy(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  if (variables['NODE_USE_ENV_PROXY'] === '1') return undefined;
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((name) => variables[name]);
}

async function orError<Value>(work: Promise<Value>): Promise<Value | RefrainError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RefrainError && error.code !== 'interrupted') return error;
    throw error;
  }
}
