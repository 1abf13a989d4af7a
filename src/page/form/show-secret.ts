import { byId } from '../shared/dom.ts';
import { formPartsText } from '../text/form-parts-text.ts';

const mask = () => showSecret(false);

/** Shows or masks the client secret, and changes the button to do the opposite. Masks it before the page is printed. */
export function showSecret(isShown: boolean): void {
  if (isShown) addEventListener('beforeprint', mask, { once: true });
  const button = byId('show-client-secret');
  byId<HTMLInputElement>('client-secret').type = isShown ? 'text' : 'password';
  button.textContent = isShown ? formPartsText.hide : formPartsText.show;
  button.ariaLabel = isShown ? formPartsText.hideSecret : formPartsText.showSecret;
}
