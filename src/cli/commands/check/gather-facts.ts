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
import type { AuthorizeAnswer, Facts } from './facts.ts';

/**
 * Asks Spotify step by step, and stops at the first step that makes the rest pointless. An uncertain token is not sent; a
 * rejected one is sent at most once a minute.
 * @param flags `clientId` of the app to check; `port` of the redirect URI
 * @throws RefrainError `accounts_url_mismatch`, `wrong_usage` before anything is sent; `interrupted`
 */
export async function gatherFacts(
  opened: OpenedKeeper,
  flags: { readonly clientId?: string; readonly port?: number },
  context: CommandContext,
): Promise<Facts> {
  const { keeper, profile } = opened;
  const { environment, endpoints, fetch, clock, refrain, childEnvironment } = context;
  const state = await valueOrError(keeper.state());
  const saved = isRefrainError(state) || state.state === 'none' ? undefined : state;
  if (saved?.accountsUrl && saved.accountsUrl !== endpoints.accountsUrl) {
    throw new RefrainError('accounts_url_mismatch');
  }
  const secrets = isRefrainError(state) ? undefined : await keeper.secrets();
  const named = { flag: readClientId(flags.clientId ?? '') || undefined, variable: environment.clientId };
  const app = chooseApp(named, saved, { last: await readLastLogin(context), profile });
  const { clientId, appSource } = app;
  const isOfToken = saved === undefined || appSource === 'token';
  const clientSecret = secrets?.clientSecret ?? (saved ? undefined : environment.clientSecret);
  const route = chooseRoute({ ...(flags.port !== undefined && { port: flags.port }) }, app.redirectUri);
  const redirectUri = { sent: sentRedirectUri(route, 8888), registered: route.registered };
  const scopes = (isOfToken && saved?.askedScopes) || [];

  const [accounts, api] = await Promise.all([
    askAuthorize(await consentQuery(clientId, redirectUri.sent, scopes, context), context),
    askApi(context),
  ]);
  const facts: Facts = {
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
    token: state,
    notLoggedIn: await suggestProfile(new RefrainError('not_logged_in'), context),
    secret: needOfSecret(saved, clientSecret),
    secretAnswer: undefined,
    refresh: undefined,
    account: undefined,
  };
  const isUnknown = isUnknownApp(accounts, { ...endpoints, redirectUri: redirectUri.sent });
  if (checkNetwork(facts).verdict !== 'ok' || (isOfToken && isUnknown)) return facts;

  const outside = { endpoints, fetch, now: () => clock.now() };
  const tokenClientId = saved?.clientId ?? clientId;
  const secretAnswer =
    tokenClientId && clientSecret
      ? await valueOrError(
          getClientCredentialsToken({ ...outside, clientId: tokenClientId, clientSecret }).then(
            () => 'accepted' as const,
          ),
        )
      : undefined;
  if (context.signal.aborted) throw new RefrainError('interrupted');
  const isRejected = isRefrainError(secretAnswer) && isAboutCredentials(secretAnswer.code);
  if (!saved || isRejected || facts.secret === 'missing') return { ...facts, secretAnswer };

  const refresh = await valueOrError(waitForSave(opened, context, keeper.refreshNow()).then(() => 'done' as const));
  const account = refresh === 'done' ? await valueOrError(askAccount(keeper, context)) : undefined;
  if (context.signal.aborted) throw new RefrainError('interrupted');
  return {
    ...facts,
    secretAnswer,
    refresh,
    account,
    token: await valueOrError(keeper.state()),
    now: clock.now(),
  };
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

function isUnknownApp(
  accounts: AuthorizeAnswer | RefrainError,
  asked: Parameters<typeof readAuthorizeAnswer>[1],
): boolean {
  return !isRefrainError(accounts) && readAuthorizeAnswer(accounts, asked) === 'client_unknown';
}

function needOfSecret(saved: KeptState | undefined, clientSecret: string | undefined): Facts['secret'] {
  if (clientSecret !== undefined) return 'present';
  return saved?.grant === 'authorization_code' ? 'missing' : 'not needed';
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
