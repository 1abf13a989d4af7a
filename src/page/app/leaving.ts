import { onChange } from './signal.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { PageContext } from '../shared/page-context.ts';
import { appText } from '../text/app-text.ts';
import { dropPendingSignIn } from '../sign-in/pending-sign-in.ts';
import { showAlert } from './parts/alert.tsx';
import { isRefreshing } from './unless-left.ts';
import { readSavedLoss, saveLoss } from './lost-on-reload.ts';
import { wipePage } from './show-view.ts';
import { view } from './view.ts';

/** Wipes the page when it is left, explains that on return, and asks before a token would be lost. */
export function initLeaving(page: PageContext): void {
  const { window } = page;
  window.addEventListener('pagehide', () => wipePage(page));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) explainLoss(page);
  });
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault();
    // Browsers before 2023 check only this.
    event.returnValue = true;
  };
  onChange(() => {
    if (leaveWarning()) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
}

/** The text of the question before the user leaves; undefined if nothing would be lost. */
export function leaveWarning(): string | undefined {
  const shown = view.value;
  if (isRefreshing()) return appText.leaving.refreshing;
  if (shown.kind !== 'result' || shown.result.copied.value || shown.result.mode === 'practice') return undefined;
  return appText.leaving.notCopied;
}

/** Shows once what a reload, or leaving and coming back, has lost. Does nothing if nothing was lost. */
export function explainLoss(page: PageContext): void {
  const loss = readSavedLoss(page);
  if (!loss) return;
  saveLoss(page, undefined);
  // Its code came and was never stored, so no callback follows.
  dropPendingSignIn(() => page.window.sessionStorage);
  showAlert(page, new RefrainError(loss));
}
