import type { Page } from '../../page.ts';

/**
 * Leaves of the form no more than its client ID, which the token check shares, until the returned function is called.
 * Enter in that box goes on to `next` instead of connecting.
 */
export function keepOnlyClientId(page: Page, next: () => void): () => void {
  const { document } = page.window;
  const form = document.getElementById('form');
  const goOn = (event: Event) => {
    if (event.target !== form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    next();
  };
  form?.classList.add('checking');
  if (form) form.hidden = false;
  document.addEventListener('submit', goOn, true);
  return () => {
    form?.classList.remove('checking');
    if (form) form.hidden = document.getElementById('after')?.hidden === false;
    document.removeEventListener('submit', goOn, true);
  };
}
