import { effect } from '@preact/signals';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { PageContext } from '../shared/page-context.ts';
import { showAlert } from './parts/alert.tsx';
import { isRefreshing } from './unless-left.ts';
import { saveLoss, savedLoss } from './lost-on-reload.ts';
import { wipePage } from './show-view.ts';
import { view } from './view.ts';

/** From now on, leaving wipes the page, coming back says so, and a token that would be lost asks first. */
export function initLeaving(page: PageContext): void {
  const { window } = page;
  window.addEventListener('pagehide', () => wipePage(page));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) explainLoss(page);
  });
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault();
    // Browsers before 2023 look at this alone.
    event.returnValue = true;
  };
  effect(() => {
    if (leaveWarning()) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
}

/** What would be lost by leaving now, in words for whoever is about to; undefined if nothing. */
export function leaveWarning(): string | undefined {
  const now = view.value;
  if (isRefreshing()) return 'Spotify may be sending another refresh token at this moment, and it would be lost.';
  if (now.kind !== 'result' || now.result.copied.value) return undefined;
  return 'You have not copied the token, and it will be gone from this page.';
}

/** Says once what a reload, or leaving and coming back, has cost; silent if nothing. */
export function explainLoss(page: PageContext): void {
  const loss = savedLoss(page);
  if (!loss) return;
  saveLoss(page, undefined);
  showAlert(page, new RefrainError(loss));
}
