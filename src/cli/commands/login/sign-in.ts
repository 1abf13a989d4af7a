import {
  buildAuthorizationUrl,
  createAuthorizationRequest,
  type AuthorizationRequest,
} from '../../../grants/authorization-request.ts';
import { checkCallback, stateOf, type CheckedCallback } from '../../../grants/callback.ts';
import { exchangeCode } from '../../../grants/code-exchange.ts';
import type { ConsentGrant } from '../../../grants/grant.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import { cureOf } from '../../terminal/cures.ts';
import { toRefrainError } from '../../terminal/errors.ts';
import { finishDespiteInterrupt, deferred } from '../../terminal/interrupts.ts';
import { wrapFor } from '../../terminal/text.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { startCallbackServer, type Taken } from './callback-server.ts';
import { takePastes } from './paste.ts';
import type { TabWords } from './tab-page.ts';
import { failedWords } from './tab-text.ts';

/** What consent is to be got for, and how. */
export interface SignInWanted {
  readonly grant: ConsentGrant;
  readonly clientId: string;
  /** For the grant `authorization_code` alone. */
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
  /** 0 for any that is free. */
  readonly port: number;
  /** How long consent is waited for, milliseconds. */
  readonly timeout: number;
  readonly opensBrowser: boolean;
  /** Whether a redirect URL may be pasted: a terminal whose input nothing else reads. */
  readonly takesPaste: boolean;
}

/** How long a tab that was promised its end is waited for, milliseconds. */
const tabPatience = 3000;

/**
 * The whole way from a request for consent to what becomes of the tokens; the browser's tab tells the true end.
 * @param finish does what is to be done with the tokens, and says what the tab is told
 * @throws RefrainError what Spotify or a person refused, `login_timed_out`, `port_taken`, `interrupted`, and whatever
 * `finish` throws; the server is closed whichever way it ends
 */
export async function signIn<Finished extends { readonly tab: TabWords }>(
  wanted: SignInWanted,
  context: CommandContext,
  finish: (tokens: TokenSet) => Promise<Finished>,
): Promise<Finished> {
  const { endpoints, fetch, clock } = context;
  const consent = deferred<{ readonly callback: CheckedCallback; readonly at: number }>();
  const tabEnd = deferred<TabWords>();
  let request: AuthorizationRequest | undefined;
  let isUsed = false;
  let isOver = false;

  const take = (parameters: URLSearchParams): Taken => {
    if (!request || stateOf(parameters) === undefined) return 'state_missing';
    if (isUsed) return stateOf(parameters) === request.state ? 'callback_replayed' : 'state_mismatch';
    try {
      consent.resolve({ callback: checkCallback(parameters, request, endpoints), at: clock.now() });
    } catch (error) {
      const ours = toRefrainError(error);
      // Somebody else's callback ends nothing.
      if (ours.code === 'state_missing' || ours.code === 'state_mismatch') return ours.code;
      consent.reject(ours);
    }
    isUsed = true;
    return tabEnd.promise;
  };

  const server = await startCallbackServer(wanted.port, take);
  const paste = wanted.takesPaste ? takePastes(context, take) : undefined;
  try {
    request = createAuthorizationRequest({ ...wanted, redirectUri: server.redirectUri });
    await announce(await buildAuthorizationUrl(request, endpoints), wanted, context, () => !isUsed && !isOver);
    const { callback, at } = await inTime(consent.promise, wanted.timeout, context);
    paste?.close();
    const { clientSecret } = wanted;
    const exchanged = whileShowing(
      context,
      'Exchanging the code for a token',
      exchangeCode({ request, callback, clientSecret, authorizedAt: at, endpoints, fetch, now: () => clock.now() }),
    );
    const finished = await finishDespiteInterrupt(
      context,
      exchanged.then((tokens) => whileShowing(context, 'Keeping it, and asking whose it is', finish(tokens))),
    );
    tabEnd.resolve(finished.tab);
    return finished;
  } catch (error) {
    const ours = toRefrainError(error);
    tabEnd.resolve(failedWords(ours, cureOf(ours, context), clock.now()));
    throw error;
  } finally {
    isOver = true;
    paste?.close();
    const enough = new AbortController();
    await Promise.race([server.tabsAreShown(), clock.wait(tabPatience, { signal: enough.signal })]);
    enough.abort();
    await server.close();
  }
}

/** @param isWaiting whether consent is still waited for when it shows that no browser opened */
async function announce(
  url: URL,
  { opensBrowser, takesPaste }: SignInWanted,
  context: CommandContext,
  isWaiting: () => boolean,
): Promise<void> {
  const { stderr } = context;
  const folded = wrapFor(context);
  const howToPaste = takesPaste
    ? 'If that browser runs on another machine, its last page will not load. Then copy that page\u2019s address, paste it here, and press Enter.\n'
    : '';
  const onFailed = () => {
    const words = `No browser could be opened here. Open the address above yourself, in any browser. ${howToPaste}`;
    if (isWaiting()) stderr.write(folded(`\n${words.trimEnd()}\n`));
  };
  if (context.isTerminal) stderr.write('\n');
  const isOpened = opensBrowser && (await context.openBrowser(url.href, onFailed));
  stderr.write(
    folded(
      isOpened
        ? 'Your browser opens Spotify\u2019s page. If it does not, open this address:\n'
        : 'Open this address in a browser:\n',
    ),
  );
  stderr.write(`\n${url.href}\n\n`);
  if (!isOpened) stderr.write(folded(howToPaste));
  stderr.write('Waiting for your consent. Ctrl-C ends it.\n');
}

async function inTime<Value>(work: Promise<Value>, timeout: number, { clock, signal }: CommandContext): Promise<Value> {
  const ended = new AbortController();
  const over = clock.wait(timeout, { signal: AbortSignal.any([ended.signal, signal]) }).then(() => {
    throw new RefrainError(signal.aborted ? 'interrupted' : 'login_timed_out');
  });
  over.catch(() => {});
  try {
    return await Promise.race([work, over]);
  } finally {
    ended.abort();
  }
}
