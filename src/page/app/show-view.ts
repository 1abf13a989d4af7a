import type { PageContext } from '../shared/page-context.ts';
import { lossOf, saveLoss } from './lost-on-reload.ts';
import { clearAlert } from './parts/alert.tsx';
import { forgetDownloads } from './parts/download.ts';
import { dropReplies } from './unless-left.ts';
import { view, type View } from './view.ts';

/** Shows a view and focuses its heading. Removes the alert that was there: show a new one afterwards. */
export function showView(page: PageContext, next: View): void {
  clearAlert();
  page.show(next.kind === 'form' || next.kind === 'dead-end' ? 'form' : 'app');
  view.value = next;
  saveLoss(page, lossOf(next));
  page.window.document.querySelector<HTMLElement>('#heading-app h1')?.focus();
}

/** Removes every secret, code and token from the page and from memory, and ignores answers that come later. */
export function wipePage(page: PageContext): void {
  dropReplies();
  clearAlert();
  forgetDownloads(page);
  // This view holds nothing secret, and the address is still one that Spotify refuses.
  if (view.value.kind === 'wrong-address') return;
  view.value = { kind: 'form' };
  page.show('form');
}

/** Wipes the page and shows the form, filled in as before. */
export function startOver(page: PageContext): void {
  wipePage(page);
  saveLoss(page, undefined);
  page.window.scrollTo(0, 0);
  const heading = page.window.document.querySelector<HTMLElement>('#heading h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}
