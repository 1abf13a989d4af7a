import { byId } from '../shared/dom.ts';
import { formPartsText } from '../text/form-parts-text.ts';

const mask = () => showSecret(false);

/** Shows or masks the client secret, and says on the button what it does next. It is not printed while it is shown. */
export function showSecret(isShown: boolean): void {
  if (isShown) addEventListener('beforeprint', mask, { once: true });
  const button = byId('show-client-secret');
  byId<HTMLInputElement>('client-secret').type = isShown ? 'text' : 'password';
  button.textContent = isShown ? formPartsText.hide : formPartsText.show;
  button.ariaLabel = isShown ? formPartsText.hideSecret : formPartsText.showSecret;
}
