import { checkCallback, stateOf } from '../../../grants/callback.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { dropPendingSignIn, loadPendingSignIn } from '../../sign-in/pending-sign-in.ts';
import { showAlert } from '../parts/alert.tsx';
import type { VerifiedCallback } from './verified-callback.ts';
import { markCallbackUsed } from './used-callbacks.ts';
import { exchange } from './exchange.ts';
import { showView } from '../show-view.ts';

/**
 * Handles a callback that is out of the address already. One that is not this try's own changes nothing: the try
 * goes on waiting for its answer. One that is ends the try, whatever it says.
 */
export async function handleCallback(
  page: PageContext,
  parameters: URLSearchParams,
  fragment: URLSearchParams,
): Promise<void> {
  const storage = () => page.window.sessionStorage;
  const pending = loadPendingSignIn(storage);
  if (pending) fillForm(page, pending);
  if (pending && stateOf(parameters) === pending.state) dropPendingSignIn(storage);
  try {
    const verified = await take(page, pending, parameters, fragment);
    if (verified.pending.grant === 'authorization_code') showView(page, { kind: 'secret', verified: verified });
    else await exchange(page, verified);
  } catch (error) {
    showView(page, { kind: 'form' });
    showAlert(page, error);
  }
}

/** Fills the form again as it was when Connect was pressed. */
function fillForm({ form: { fill } }: PageContext, { clientId, grant, scopes, mode }: PendingSignIn): void {
  fill({ clientId, grant, scopes }, mode);
}

/** @throws RefrainError with the reason why this callback is good for nothing */
async function take(
  page: PageContext,
  pending: PendingSignIn | undefined,
  parameters: URLSearchParams,
  fragment: URLSearchParams,
): Promise<VerifiedCallback> {
  // The Implicit Grant answered in the fragment, and so does Spotify's refusal of it.
  if (!isCallback(parameters) && isCallback(fragment)) throw new RefrainError('implicit_grant_gone');
  if (!pending) throw new RefrainError('try_missing');
  const endpoints = endpointsOf(page, pending);
  const isOurs = stateOf(parameters) === pending.state;
  const cameAt = page.now();
  // The state is judged first, by the accounts service that the try began with: a foreign callback ends nothing.
  const judge = () => checkCallback(parameters, pending, endpoints ?? { accountsUrl: pending.accountsUrl, apiUrl: '' });
  if (!isOurs) {
    judge();
    throw new RefrainError('state_mismatch');
  }
  await claim(page, pending);
  if (!endpoints) throw new RefrainError('try_elsewhere');
  return { pending, callback: judge(), endpoints, receivedAt: cameAt };
}

const isCallback = (parameters: URLSearchParams) =>
  ['code', 'error', 'access_token'].some((name) => parameters.has(name));

/** The endpoints that a try may go back to: those that it began with, from the address that it began at. */
function endpointsOf(page: PageContext, pending: PendingSignIn): Endpoints | undefined {
  const endpoints = page.endpoints(pending.mode);
  const isSame = endpoints?.accountsUrl === pending.accountsUrl && page.redirectUri.sent === pending.redirectUri;
  return isSame ? endpoints : undefined;
}

async function claim(page: PageContext, pending: PendingSignIn): Promise<void> {
  const { navigator, crypto } = page.window;
  let isFirst: boolean;
  try {
    const room = { locks: navigator.locks, storage: page.window.localStorage, subtle: crypto.subtle };
    isFirst = await markCallbackUsed(pending.state, pending.startedAt, page.now(), room);
  } catch (cause) {
    throw new RefrainError('storage_blocked', { cause });
  }
  if (!isFirst) throw new RefrainError('callback_replayed');
}
