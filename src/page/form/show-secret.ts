import { byId } from '../shared/dom.ts';
import { formPartsText } from '../text/form-parts-text.ts';

/** Shows or masks the client secret, and says on the button what it does next. */
export function showSecret(isShown: boolean): void {
  const button = byId('show-client-secret');
  byId<HTMLInputElement>('client-secret').type = isShown ? 'text' : 'password';
  button.textContent = isShown ? formPartsText.hide : formPartsText.show;
  button.ariaLabel = isShown ? formPartsText.hideSecret : formPartsText.showSecret;
}
