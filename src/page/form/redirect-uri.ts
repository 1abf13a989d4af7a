import { announce, byId } from '../shared/dom.ts';
import type { PageContext } from '../shared/page-context.ts';
import { formText } from '../text/form-text.ts';

/** Shows the redirect URI, and copies it when its button is pressed. If the browser refuses, the text is selected. */
export function initRedirectUri({ sent, withoutPort }: PageContext['redirectUri']): void {
  const box = byId<HTMLInputElement>('redirect-uri');
  const button = byId<HTMLButtonElement>('copy-redirect-uri');
  box.value = sent;
  if (withoutPort) byId('any-port').textContent = formText.withoutPort(withoutPort);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(box.value);
    } catch {
      box.focus();
      box.select();
      announce(formText.copyRefused(formText.redirectUri));
      return;
    }
    announce(formText.copied(formText.redirectUri));
    button.textContent = formText.copyDone;
    setTimeout(() => (button.textContent = formText.copy), 2000);
  });
}
