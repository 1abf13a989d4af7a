import type { PageContext } from '../../shared/page-context.ts';
import { titleOf } from '../heading.tsx';
import { view } from '../view.ts';

/**
 * Hides everything in the form except its client ID, which the token check uses too. Enter in that box calls `next`
 * instead of connecting.
 * @returns a function that shows the form as it was
 */
export function showOnlyClientId(page: PageContext, next: () => void): () => void {
  const { document } = page.window;
  const form = document.getElementById('form');
  const onSubmit = (event: Event) => {
    if (event.target !== form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    next();
  };
  // The form sets its own title when the user types in it, but another view is shown.
  const retitle = () => (document.title = titleOf(view.value, page) ?? document.title);
  form?.classList.add('checking');
  form?.addEventListener('input', retitle);
  if (form) form.hidden = false;
  document.addEventListener('submit', onSubmit, true);
  return () => {
    form?.classList.remove('checking');
    form?.removeEventListener('input', retitle);
    if (form) form.hidden = document.getElementById('app')?.hidden === false;
    document.removeEventListener('submit', onSubmit, true);
  };
}

/** Fills in the client ID as if the user had typed it, so that the form checks it and this view keeps its title. */
export function fillClientId(page: PageContext, clientId: string): void {
  const box = page.window.document.getElementById('client-id') as HTMLInputElement | null;
  if (!box) return;
  box.value = clientId;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
