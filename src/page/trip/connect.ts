import { buildAuthorizationUrl, createAuthorizationRequest } from '../../grants/authorization-request.ts';
import { byId } from '../dom.ts';
import { withLate } from '../late.ts';
import type { Page } from '../page.ts';
import { savePendingTry } from './pending-try.ts';
import { rememberClientId } from './remembered.ts';

/**
 * Connect: checks the form, keeps the try, goes to Spotify. With client credentials there is no trip: the token is got
 * at once. Resolves when there is nothing left to do here: the browser is on its way, or an error stands on the page.
 */
export async function connect(page: Page): Promise<void> {
  const { clientId, grant, scopes } = page.form.read();
  if (!clientId) {
    page.form.fail(
      'clientId',
      'Enter your app’s client ID. It stands in the dashboard under Settings, Basic Information.',
    );
    return;
  }
  if (grant === 'client_credentials') {
    await getToken(page);
    return;
  }
  const world = page.world();
  const endpoints = page.endpoints(world);
  if (!endpoints) return;
  const request = createAuthorizationRequest({ grant, clientId, scopes, redirectUri: page.redirectUri.sent });
  const address = await buildAuthorizationUrl(request, endpoints);
  try {
    const { accountsUrl } = endpoints;
    savePendingTry(() => sessionStorage, { ...request, world, accountsUrl, startedAt: page.now() });
    if (world === 'spotify' && byId<HTMLInputElement>('remember').checked) rememberClientId(clientId);
  } catch {
    await withLate(({ after, RefrainError }) => after.showError(page, new RefrainError('storage_blocked')));
    return;
  }
  page.window.location.assign(address);
}

async function getToken(page: Page): Promise<void> {
  const secret = byId<HTMLInputElement>('client-secret').value.trim();
  if (!secret) {
    page.form.fail(
      'clientSecret',
      'Enter the client secret. It stands beside the client ID, behind View client secret.',
    );
    return;
  }
  await withLate(({ after }) => after.getClientCredentials(page, secret));
}
