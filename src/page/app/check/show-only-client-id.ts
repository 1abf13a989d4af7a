import type { PageContext } from '../../shared/page-context.ts';
import { titleOf } from '../heading.tsx';
import { view } from '../view.ts';

/**
 * Leaves of the form no more than its client ID, which the token check shares, until the returned function is called.
 * Enter in that box goes on to `next` instead of connecting.
 */
export function showOnlyClientId(page: PageContext, next: () => void): () => void {
  const { document } = page.window;
  const form = document.getElementById('form');
  const goOn = (event: Event) => {
    if (event.target !== form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    next();
  };
  // The form gives its own title back as soon as somebody types in it, but it is not the form that stands here.
  const retitle = () => (document.title = titleOf(view.value) ?? document.title);
  form?.classList.add('checking');
  form?.addEventListener('input', retitle);
  if (form) form.hidden = false;
  document.addEventListener('submit', goOn, true);
  return () => {
    form?.classList.remove('checking');
    form?.removeEventListener('input', retitle);
    if (form) form.hidden = document.getElementById('app')?.hidden === false;
    document.removeEventListener('submit', goOn, true);
  };
}
