import { byId } from '../shared/dom.ts';
import { formText } from '../text/form-text.ts';

/** The form's box for a client secret. It is masked, shown on demand, and emptied when the page is left. */
export function initSecretBox(): { mask(): void; empty(): void } {
  const box = byId<HTMLInputElement>('client-secret');
  const button = byId<HTMLButtonElement>('show-client-secret');
  const show = (isShown: boolean) => {
    box.type = isShown ? 'text' : 'password';
    button.textContent = isShown ? formText.hide : formText.show;
    button.ariaLabel = isShown ? formText.hideSecret : formText.showSecret;
  };
  const empty = () => {
    box.value = '';
    show(false);
  };
  button.addEventListener('click', () => show(box.type === 'password'));
  addEventListener('pagehide', empty);
  return { mask: () => show(false), empty };
}
