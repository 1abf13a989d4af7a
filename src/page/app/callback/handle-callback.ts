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
 * Handles a callback. Its parameters are already removed from the address. If it has the state of the pending sign-in, that
 * sign-in is no longer pending, even if the callback is an error. Any other callback leaves the sign-in pending.
 * @param practised the pending sign-in in practice. The others are in `sessionStorage`.
 */
export async function handleCallback(
  page: PageContext,
  parameters: URLSearchParams,
  fragment: URLSearchParams,
  practised?: PendingSignIn,
): Promise<void> {
  const storage = () => page.window.sessionStorage;
  const pending = practised ?? loadPendingSignIn(storage);
  if (pending) fillForm(page, pending);
  if (pending && stateOf(parameters) === pending.state) dropPendingSignIn(storage);
  try {
    const verified = await verifyCallback(page, pending, parameters, fragment);
    if (verified.pending.grant === 'authorization_code') showView(page, { kind: 'secret', verified });
    else await exchange(page, verified);
  } catch (error) {
    showView(page, { kind: 'form' });
    showAlert(page, error);
  }
}

/** Fills the form with the values that it had when Connect was pressed. */
function fillForm({ form: { fill } }: PageContext, { clientId, grant, scopes, mode }: PendingSignIn): void {
  fill({ clientId, grant, scopes }, mode);
}

/** @throws RefrainError if the callback cannot be used, with the reason */
async function verifyCallback(
  page: PageContext,
  pending: PendingSignIn | undefined,
  parameters: URLSearchParams,
  fragment: URLSearchParams,
): Promise<VerifiedCallback> {
  // Only the Implicit Grant uses the fragment. Spotify uses it too when it refuses that grant.
  if (!isCallback(parameters) && isCallback(fragment)) throw new RefrainError('implicit_grant_gone');
  if (!pending) throw new RefrainError('try_missing');
  const endpoints = endpointsOf(page, pending);
  const isOurs = stateOf(parameters) === pending.state;
  const receivedAt = page.now();
  // Check the state before anything else, with the accounts service of the pending sign-in.
  const check = () => checkCallback(parameters, pending, endpoints ?? { accountsUrl: pending.accountsUrl, apiUrl: '' });
  if (!isOurs) {
    check();
    throw new RefrainError('state_mismatch');
  }
  // The callback of practice never leaves the page, so no other tab can have it.
  if (pending.mode === 'spotify') await useOnce(page, pending);
  if (!endpoints) throw new RefrainError('try_elsewhere');
  return { pending, callback: check(), endpoints, receivedAt };
}

const isCallback = (parameters: URLSearchParams) =>
  ['code', 'error', 'access_token'].some((name) => parameters.has(name));

/** The endpoints of the pending sign-in. Undefined if they or the address of the page have changed since Connect. */
function endpointsOf(page: PageContext, pending: PendingSignIn): Endpoints | undefined {
  const endpoints = page.endpoints(pending.mode);
  const isSame = endpoints?.accountsUrl === pending.accountsUrl && page.redirectUri.sent === pending.redirectUri;
  return isSame ? endpoints : undefined;
}

/** @throws RefrainError if this callback was used before, or if the browser cannot store that it is used now */
async function useOnce(page: PageContext, pending: PendingSignIn): Promise<void> {
  let isFirst: boolean;
  try {
    const browser = { locks: page.window.navigator.locks, storage: page.window.localStorage };
    isFirst = await markCallbackUsed(pending.state, pending.startedAt, page.realNow(), browser);
  } catch (cause) {
    throw new RefrainError('storage_blocked', { cause });
  }
  if (!isFirst) throw new RefrainError('callback_replayed');
}
