import './app.css';
import { findLookAlike } from '../../text/values/look-alike.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { appText } from '../text/app-text.ts';
import type { LazyApp, PageContext } from '../shared/page-context.ts';
import { clearAlert, showAlert } from './parts/alert.tsx';
import { handleCallback } from './callback/handle-callback.ts';
import { askDeadEnd, closeDeadEnd } from './callback/dead-end.tsx';
import { askConsent } from './practice/ask-consent.ts';
import { initHistory } from './practice/history.ts';
import { renderApp } from './render.tsx';
import { getClientCredentials } from './callback/exchange.ts';
import { explainLoss, initLeaving } from './leaving.ts';
import { showView } from './show-view.ts';
import { showWrongAddress } from './callback/wrong-address.tsx';

// The entry of the lazy part: everything after Connect, and every error before it. `LazyApp` says what each function does.

let isRendered = false;

/** Renders the lazy part into the page, at the first call. */
function renderOnce(page: PageContext): void {
  if (isRendered) return;
  isRendered = true;
  renderApp(page);
  initLeaving(page);
  initHistory(page);
}

export const app: LazyApp = {
  async handleCallback(page, parameters, fragment) {
    renderOnce(page);
    await handleCallback(page, parameters, fragment);
  },
  askDeadEnd(page, pending) {
    renderOnce(page);
    askDeadEnd(page, pending);
  },
  async askConsent(page, address, pending) {
    renderOnce(page);
    await askConsent(page, address, pending);
  },
  async getClientCredentials(page, clientSecret) {
    renderOnce(page);
    await getClientCredentials(page, clientSecret);
  },
  describeWrongClientId(clientId) {
    const look = findLookAlike(clientId, 'client_id');
    return look && appText.looksLike[look];
  },
  openTokenCheck(page) {
    renderOnce(page);
    showView(page, { kind: 'check', practice: page.mode() === 'practice' });
  },
  showError(page, error) {
    renderOnce(page);
    showAlert(page, error);
  },
  explainStart(page, secret) {
    renderOnce(page);
    if (!secret) return explainLoss(page);
    // The usual cure is that for a client secret.
    showAlert(page, new RefrainError('secret_in_link', secret === 'token' ? { cure: appText.alert.tokenInLink } : {}));
  },
  warnOfServiceWorker(page) {
    const notice = page.window.document.getElementById('notice');
    const text = appText.alert.otherWorker(page.window.location.host);
    if (notice) notice.textContent = `${notice.textContent} ${text}`.trim();
    if (notice) notice.hidden = false;
    page.announce(text);
  },
  clearError() {
    closeDeadEnd();
    clearAlert();
  },
  showWrongAddress(page) {
    renderOnce(page);
    return showWrongAddress(page);
  },
};
