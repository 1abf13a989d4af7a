import type { ErrorCode } from '../../errors/error-table.ts';
import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import {
  buildAuthorizationUrl,
  createAuthorizationRequest,
  type AuthorizationRequest,
} from '../../grants/authorization-request.ts';
import { checkCallback } from '../../grants/callback.ts';
import { exchangeCode } from '../../grants/code-exchange.ts';
import type { TokenSet } from '../../grants/token-set.ts';
import { systemClock, type Clock } from '../../keeper/platform/clock.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { getAccount, isDifferentAccount, type Account } from '../../listening/account.ts';
import { endpointsFrom, spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { defaultPreset } from '../../spotify/presets.ts';
import { longDate } from '../../text/dates.ts';
import { cleanValue, unquote } from '../../text/values/clean-value.ts';
import { createKeyCheck } from './key-check.ts';
import { readForm } from './read-form.ts';
import { respondWithPage, type RenewPage } from './renew-page.ts';
import { createSealedCookie } from './sealed-cookie.ts';

/** Options of `renewal`. */
export interface RenewalOptions {
  /** Its store must outlive the process. */
  readonly keeper: TokenKeeper;
  readonly clientId: string;
  /** Needed only if the app uses the grant `authorization_code`. */
  readonly clientSecret?: string | undefined;
  /** Default: the scopes that the present token was asked for, otherwise those of the listening history. */
  readonly scopes?: readonly string[] | undefined;
  /** The https address of this route, which ends in `/renew`, as registered at Spotify. Never taken from a request. */
  readonly redirectUri: string;
  /** At least 32 characters; blanks around it do not count. With it, a person can renew, but cannot see a token. */
  readonly key: string;
  /** Default: Spotify. */
  readonly endpoints?: Endpoints | undefined;
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Default: `systemClock`. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
}

/** Answers the requests of the route `/renew`. Pass it to `createHandler`. */
export interface Renewal {
  /** @internal `onRenewed` is called when a new token was saved. */
  respond(request: Request, onRenewed?: () => void): Promise<Response>;
}

/** Characters. */
const minKeyLength = 32;

/** Seconds from the key to the callback. */
const signInTime = 600;

/**
 * Lets the owner of a site sign in again on the site itself. They enter the key and approve the app at Spotify. The new
 * token is then saved in the keeper's store, so no deployment is needed.
 *
 * @throws TypeError if the key is too short, the redirect URI is not the https address of this route, another option is
 * missing or of the wrong type, or the token would be lost with the process; RefrainError `endpoint_refused`
 * @see https://www.rfc-editor.org/rfc/rfc9700 section 2.1
 */
export function renewal(options: RenewalOptions): Renewal {
  const { keeper, redirectUri, clock = systemClock } = options;
  // These values usually come from environment variables. An empty variable counts as not set.
  const clientId = cleanValue(options.clientId ?? '');
  const clientSecret = cleanValue(options.clientSecret ?? '') || undefined;
  const key = unquote(options.key ?? '');
  const endpoints = endpointsFrom(options.endpoints ?? spotify);
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const { origin } = judgeOptions({ ...options, clientId, key });
  const keyCheck = createKeyCheck(key);
  const cookie = createSealedCookie(key, signInTime);
  const now = () => clock.now();
  const show = (page: RenewPage) => respondWithPage(page, endpoints.accountsUrl);
  const showFailure = (code: ErrorCode | undefined, text: string) =>
    show({
      heading: 'Not renewed',
      text: code === 'account_mismatch' ? text : `${text} The saved token was not changed.`,
      hasForm: true,
      status: 400,
      headers: { 'set-cookie': cookie.removal },
    });

  async function startSignIn(request: Request): Promise<Response> {
    if (request.headers.get('origin') !== origin) {
      return show({ heading: 'Not sent from this page', text: `Open ${redirectUri} and try again.`, status: 403 });
    }
    const judgement = await keyCheck.judge(unquote((await readForm(request))?.get('key') ?? ''), now());
    if (judgement === 'wait') {
      const headers = { 'retry-after': '60' };
      return show({ heading: 'Too many wrong keys', text: 'Wait a minute, then try again.', status: 429, headers });
    }
    if (judgement === 'wrong') {
      return show({ heading: 'Wrong key', text: 'Check the key and try again.', hasForm: true, status: 403 });
    }
    const { askedScopes } = await keeper.state();
    // A real write, so that the owner does not approve a token that cannot be saved.
    await keeper.prove();
    const scopes = options.scopes ?? (askedScopes.length > 0 ? askedScopes : defaultPreset.scopes);
    const grant = clientSecret === undefined ? 'authorization_code_pkce' : 'authorization_code';
    const authorization = createAuthorizationRequest({ grant, clientId, redirectUri, scopes });
    const location = String(await buildAuthorizationUrl(authorization, endpoints));
    const headers = { location, 'set-cookie': await cookie.seal(authorization, now()) };
    return show({ heading: 'Continue to Spotify', text: location, status: 303, headers });
  }

  async function finishSignIn(request: Request, onRenewed?: () => void): Promise<Response> {
    const authorization = (await cookie.open(request, now())) as AuthorizationRequest | undefined;
    if (!authorization) {
      return showFailure(
        undefined,
        'This sign-in is finished already, was started in another browser, or is older than ten minutes. To start ' +
          'again, enter the key.',
      );
    }
    const callback = checkCallback(new URL(request.url).searchParams, authorization, endpoints);
    const exchange = { request: authorization, callback, clientSecret, endpoints, fetch: send, now };
    const tokens = await exchangeCode(exchange);
    const account = await getAccount({ accessToken: tokens.accessToken, endpoints, fetch: send, now });
    await save(tokens, account);
    onRenewed?.();
    const { refreshTokenExpiresAt } = await keeper.state();
    const end = refreshTokenExpiresAt === undefined ? '' : ` It works until ${longDate(refreshTokenExpiresAt)}.`;
    const headers = { 'set-cookie': cookie.removal };
    return show({ heading: 'Renewed', text: `The new token is saved.${end} You can close this page.`, headers });
  }

  async function save(tokens: TokenSet, account: Account): Promise<void> {
    const saved = await keeper.state();
    if (isDifferentAccount(saved.account, account)) throw new RefrainError('account_mismatch');
    await keeper.adopt(tokens, { account, clientSecret });
  }

  return {
    async respond(request, onRenewed) {
      const { method } = request;
      if (method !== 'GET' && method !== 'POST') {
        return new Response(null, { status: 405, headers: { allow: 'GET, POST', 'cache-control': 'no-store' } });
      }
      try {
        if (method === 'POST') return await startSignIn(request);
        const { searchParams } = new URL(request.url);
        const isCallback = ['code', 'error', 'state'].some((name) => searchParams.has(name));
        if (isCallback) return await finishSignIn(request, onRenewed);
        const text = 'Enter the renewal key of this site. You then approve the app on Spotify.';
        return await show({ heading: 'Renew the Spotify sign-in', text, hasForm: true });
      } catch (error) {
        if (!isRefrainError(error)) return showFailure(undefined, 'Something went wrong on this site.');
        return showFailure(error.code, error.message);
      }
    },
  };
}

function judgeOptions({ clientId, redirectUri, key, keeper, scopes }: RenewalOptions): { origin: string } {
  if (key.length < minKeyLength) {
    throw new TypeError(`renewal: the key must have at least ${minKeyLength} characters.`);
  }
  if (clientId === '') throw new TypeError('renewal: the client ID is missing.');
  if (scopes !== undefined && !Array.isArray(scopes)) throw new TypeError('renewal: scopes must be a list.');
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  // The message does not quote the address, which may contain a password.
  if (url?.protocol !== 'https:' || url.hash || url.username || url.password) {
    throw new TypeError('renewal: redirectUri must be an https address without a user name, a password and #.');
  }
  // The handler finds the route by the end of the path.
  if (!url.pathname.endsWith('/renew')) {
    throw new TypeError('renewal: redirectUri must end in /renew, the path of this route.');
  }
  if (keeper.isTemporary) throw new TypeError('renewal: a memory store loses the new token. Use another store.');
  return { origin: url.origin };
}
