import './app.css';
import type { LazyApp, PageContext } from '../shared/page-context.ts';
import { clearAlert, showAlert } from './parts/alert.tsx';
import { handleCallback } from './callback/handle-callback.ts';
import { askDeadEnd, closeDeadEnd } from './callback/dead-end.tsx';
import { renderApp } from './render.tsx';
import { getClientCredentials } from './callback/exchange.ts';
import { explainLoss, initLeaving } from './leaving.ts';
import { showView } from './show-view.ts';
import { showWrongAddress } from './callback/wrong-address.tsx';

// What the first script can ask of the lazy part: everything after Connect, and every failure before it. See `LazyApp`.

let begun = false;

/** Draws the places of the lazy part into the page, at the first call. */
function drawOnce(page: PageContext): void {
  if (begun) return;
  begun = true;
  renderApp(page);
  initLeaving(page);
}

export const app: LazyApp = {
  async handleCallback(page, parameters, fragment) {
    drawOnce(page);
    await handleCallback(page, parameters, fragment);
  },
  askDeadEnd(page, pending) {
    drawOnce(page);
    askDeadEnd(page, pending);
  },
  async getClientCredentials(page, clientSecret) {
    drawOnce(page);
    await getClientCredentials(page, clientSecret);
  },
  openTokenCheck(page) {
    drawOnce(page);
    showView(page, { kind: 'check', practice: page.mode() === 'practice' });
  },
  showError(page, error) {
    drawOnce(page);
    showAlert(page, error);
  },
  clearError(page) {
    drawOnce(page);
    closeDeadEnd();
    clearAlert();
  },
  showWrongAddress(page) {
    drawOnce(page);
    return showWrongAddress(page);
  },
  explainLoss(page) {
    drawOnce(page);
    explainLoss(page);
  },
};
