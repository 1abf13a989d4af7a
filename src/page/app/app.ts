import './app.css';
import type { LazyApp, PageContext } from '../shared/page-context.ts';
import { clear, raise } from './parts/alert.tsx';
import { handleCallback } from './callback/callback.ts';
import { askDeadEnd, closeDeadEnd } from './callback/dead-end.tsx';
import { draw } from './draw.tsx';
import { getClientCredentials } from './callback/exchange.ts';
import { explainLoss, watchLeaving } from './leaving.ts';
import { show } from './stage.ts';
import { showWrongAddress } from './callback/wrong-address.tsx';

// What the first script can ask of the lazy part: everything after Connect, and every failure before it. See `LazyApp`.

let begun = false;

/** Draws the places of the lazy part into the page, at the first call. */
function drawOnce(page: PageContext): void {
  if (begun) return;
  begun = true;
  draw(page);
  watchLeaving(page);
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
    show(page, { kind: 'check', practice: page.mode() === 'practice' });
  },
  showError(page, error) {
    drawOnce(page);
    raise(page, error);
  },
  clearError(page) {
    drawOnce(page);
    closeDeadEnd();
    clear();
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
