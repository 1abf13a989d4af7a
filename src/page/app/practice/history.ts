import type { PageContext } from '../../shared/page-context.ts';
import { dropPendingSignIn } from '../../sign-in/pending-sign-in.ts';
import { wipePage } from '../show-view.ts';
import { isPractice, view } from '../view.ts';

/** Lets Back lead from the consent page and what follows it to the form, as it does with Spotify. */
export function addHistoryEntry({ window: { history } }: PageContext): void {
  history.pushState(history.state, '');
}

/** Shows the form when the user goes back in practice. The page is not loaded again, so nothing else does. */
export function initHistory(page: PageContext): void {
  page.window.addEventListener('popstate', () => {
    if (!isPractice(view.value) || view.value.kind === 'check') return;
    dropPendingSignIn(() => page.window.sessionStorage);
    wipePage(page);
  });
}
