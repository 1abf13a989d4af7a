import type { PageContext } from '../../shared/page-context.ts';
import { wipePage } from '../show-view.ts';
import { isPractice, view } from '../view.ts';

/** Lets the Back button lead to the form from the consent page and the views after it, as with Spotify. */
export function addHistoryEntry({ window: { history } }: PageContext): void {
  history.pushState(history.state, '');
}

/** Shows the form when the user goes back in practice: the browser does not load the page again. */
export function initHistory(page: PageContext): void {
  page.window.addEventListener('popstate', () => {
    if (!isPractice(view.value) || view.value.kind === 'check') return;
    wipePage(page);
  });
}
