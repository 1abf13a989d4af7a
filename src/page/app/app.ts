import './app.css';
import type { After, Page } from '../shared/page.ts';
import { clear, raise } from './parts/alert.tsx';
import { handleCallback } from './callback/callback.ts';
import { askDeadEnd, closeDeadEnd } from './callback/dead-end.tsx';
import { draw } from './draw.tsx';
import { getClientCredentials } from './callback/exchange.ts';
import { explainLoss, watchLeaving } from './leaving.ts';
import { show } from './stage.ts';
import { showWrongAddress } from './callback/wrong-address.tsx';

// The late part's face: everything after Connect, and every failure before it. See `After` for what each does.

let begun = false;

/** The first call draws the late part's places into the page. */
function begin(page: Page): void {
  if (begun) return;
  begun = true;
  draw(page);
  watchLeaving(page);
}

export const after: After = {
  async handleCallback(page, parameters, fragment) {
    begin(page);
    await handleCallback(page, parameters, fragment);
  },
  askDeadEnd(page, pending) {
    begin(page);
    askDeadEnd(page, pending);
  },
  async getClientCredentials(page, clientSecret) {
    begin(page);
    await getClientCredentials(page, clientSecret);
  },
  openTokenCheck(page) {
    begin(page);
    show(page, { kind: 'check', practice: page.world() === 'practice' });
  },
  showError(page, error) {
    begin(page);
    raise(page, error);
  },
  clearError(page) {
    begin(page);
    closeDeadEnd();
    clear();
  },
  showWrongAddress(page) {
    begin(page);
    return showWrongAddress(page);
  },
  explainLoss(page) {
    begin(page);
    explainLoss(page);
  },
};
