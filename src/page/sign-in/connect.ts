import { buildAuthorizationUrl, createAuthorizationRequest } from '../../grants/authorization-request.ts';
import { isClientId } from '../../text/values/client-id.ts';
import { byId } from '../shared/dom.ts';
import { withLazyPart } from '../lazy.ts';
import type { PageContext } from '../shared/page-context.ts';
import { savePendingSignIn } from './save-pending-sign-in.ts';
import { formText } from '../text/form-text.ts';

/**
 * Checks the form, saves the pending sign-in and navigates to Spotify. Practice stays in the page, so nothing is saved.
 * Client credentials need no sign-in: the token is requested at once.
 * @returns whether the browser is navigating; if not, the page shows a token or an error
 */
export async function connect(page: PageContext): Promise<boolean> {
  const { clientId } = page.form.read();
  if (!clientId) {
    page.form.fail('clientId', formText.noClientId);
    return false;
  }
  if (isClientId(clientId)) return connectWithClientId(page);
  // What is unusual may be a secret or a token, which must not get into the address of Spotify's page.
  let isNavigating = false;
  await withLazyPart(async ({ app, readClientId }) => {
    const box = byId<HTMLInputElement>('client-id');
    box.value = readClientId(box.value);
    const problem = box.value ? app.describeWrongClientId(box.value) : formText.noClientId;
    if (problem) page.form.fail('clientId', problem);
    else isNavigating = await connectWithClientId(page);
  });
  return isNavigating;
}

async function connectWithClientId(page: PageContext): Promise<boolean> {
  const { clientId, grant, scopes } = page.form.read();
  const mode = page.mode();
  if (grant === 'client_credentials') {
    await getToken(page);
    return false;
  }
  const endpoints = page.endpoints(mode);
  if (!endpoints) return false;
  const request = createAuthorizationRequest({ grant, clientId, scopes, redirectUri: page.redirectUri.sent });
  const address = await buildAuthorizationUrl(request, endpoints);
  const { accountsUrl } = endpoints;
  const pending = { ...request, mode, accountsUrl, lang: page.lang, startedAt: page.realNow() };
  if (mode === 'practice') {
    await withLazyPart(({ app }) => app.askConsent(page, address, pending));
    return false;
  }
  try {
    savePendingSignIn(() => sessionStorage, pending);
  } catch {
    await withLazyPart(({ app, RefrainError }) => app.showError(page, new RefrainError('storage_blocked')));
    return false;
  }
  page.window.location.assign(address);
  return true;
}

async function getToken(page: PageContext): Promise<void> {
  const { value } = byId<HTMLInputElement>('client-secret');
  if (!value) {
    page.form.fail('clientSecret', formText.noClientSecret);
    return;
  }
  await withLazyPart(({ app, readClientSecret }) => app.getClientCredentials(page, readClientSecret(value)));
}
