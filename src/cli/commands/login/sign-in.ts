import {
  buildAuthorizationUrl,
  createAuthorizationRequest,
  type AuthorizationRequest,
} from '../../../grants/authorization-request.ts';
import { checkCallback, stateOf, type CheckedCallback } from '../../../grants/callback.ts';
import { exchangeCode } from '../../../grants/code-exchange.ts';
import type { ConsentGrant } from '../../../grants/grant.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import type { ErrorCode } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { countOf } from '../../../text/dates.ts';
import { withDeadline } from '../../../http/deadline.ts';
import type { CommandContext } from '../../context/context.ts';
import { rememberLogin } from '../../profile/last-login.ts';
import { getCure } from '../../terminal/cures.ts';
import { toRefrainError } from '../../terminal/errors.ts';
import { createCancellation, deferred, finishDespiteInterrupt } from '../../terminal/interrupts.ts';
import { whileShowing } from '../../terminal/progress.ts';
import type { StartListener } from './callback/callback-listener.ts';
import type { CallbackJudge } from './callback/callback-server.ts';
import { openAuthorizationUrl, remindOfRedirectUri } from './open-authorization-url.ts';
import { readPastes } from './callback/paste.ts';
import { failedTab, type TabText } from './callback/tab-page.ts';

/** What to ask Spotify for, and how to reach the user. */
export interface SignInOptions {
  readonly grant: ConsentGrant;
  readonly clientId: string;
  /** Only for the grant `authorization_code`. */
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
  readonly startListener: StartListener;
  /** How long to wait for the callback, in milliseconds. */
  readonly timeout: number;
  readonly opensBrowser: boolean;
  /** Whether the callback's address may be pasted: a terminal whose input nothing else reads. */
  readonly readsPastes: boolean;
}

/** The errors of a callback that are Spotify's answer. Any other one does not end a sign-in. */
const refusals: readonly ErrorCode[] = ['access_denied', 'authorization_refused', 'implicit_grant_gone'];

/** How long to wait for the browser to show the result before the server closes, in milliseconds. */
const tabTimeout = 3000;

/**
 * Sends the user to Spotify, waits for the callback, exchanges the code and calls `finish`. The browser's tab shows the
 * result only after `finish`, so that it says what really happened.
 * @param finish saves the tokens, and returns what the tab says
 * @throws RefrainError `login_timed_out`, `interrupted`, what Spotify or the user refused, or what the listener or `finish`
 * throws
 */
export async function signIn<Result extends { readonly tab: TabText }>(
  options: SignInOptions,
  context: CommandContext,
  finish: (tokens: TokenSet) => Promise<Result>,
): Promise<Result> {
  const { endpoints, fetch, clock } = context;
  const consent = deferred<{ readonly callback: CheckedCallback; readonly at: number }>();
  const tab = deferred<TabText>();
  let request: AuthorizationRequest | undefined;
  let isCallbackUsed = false;
  let isOver = false;

  const judgeCallback: CallbackJudge = (parameters) => {
    if (!request || stateOf(parameters) === undefined) return 'state_missing';
    if (isCallbackUsed) return stateOf(parameters) === request.state ? 'callback_replayed' : 'state_mismatch';
    try {
      consent.resolve({ callback: checkCallback(parameters, request, endpoints), at: clock.now() });
    } catch (thrown) {
      const error = toRefrainError(thrown);
      if (!refusals.includes(error.code)) return error.code;
      consent.reject(error);
    }
    isCallbackUsed = true;
    return tab.promise;
  };

  const { route, redirectUri, server } = await options.startListener();
  const waiting = new AbortController();
  const pastes = options.readsPastes ? readPastes(redirectUri, context, judgeCallback) : undefined;
  try {
    request = createAuthorizationRequest({ ...options, redirectUri });
    server?.judgeWith(judgeCallback);
    const url = await buildAuthorizationUrl(request, endpoints);
    await rememberLogin({ clientId: options.clientId, redirectUri: route.registered }, context);
    await openAuthorizationUrl(url, { ...options, route, redirectUri }, context, () => !isCallbackUsed && !isOver);
    void remindOfRedirectUri({ route, clientId: options.clientId }, context, waiting.signal);
    const { callback, at } = await withTimeout(consent.promise, options.timeout, context);
    waiting.abort();
    pastes?.close();
    const exchange = exchangeCode({
      request,
      callback,
      clientSecret: options.clientSecret,
      authorizedAt: at,
      endpoints,
      fetch,
      now: () => clock.now(),
    });
    const result = await finishDespiteInterrupt(
      context,
      whileShowing(context, 'Getting the token', exchange).then((tokens) =>
        whileShowing(context, 'Checking the account', finish(tokens)),
      ),
    );
    tab.resolve(result.tab);
    return result;
  } catch (thrown) {
    const error = toRefrainError(thrown);
    tab.resolve(failedTab(error, getCure(error, context), clock.now()));
    throw thrown;
  } finally {
    isOver = true;
    waiting.abort();
    pastes?.close();
    const timer = new AbortController();
    await Promise.race([server?.tabsAreShown(), clock.wait(tabTimeout, { signal: timer.signal })]);
    timer.abort();
  }
}

/** @param timeout milliseconds */
function withTimeout<Value>(work: Promise<Value>, timeout: number, { clock, signal }: CommandContext): Promise<Value> {
  const wait = (done: AbortSignal) => clock.wait(timeout, { signal: AbortSignal.any([done, signal]) });
  return withDeadline(work, wait, () => {
    if (signal.aborted) return createCancellation();
    const detail = `Timed out after ${describeDuration(timeout)} waiting for you to approve in the browser.`;
    return new RefrainError('login_timed_out', { detail });
  });
}

/** `10 minutes`, `90 seconds`. */
function describeDuration(ms: number): string {
  const seconds = ms / 1000;
  return seconds % 60 === 0 ? countOf(seconds / 60, 'minute') : countOf(seconds, 'second');
}
