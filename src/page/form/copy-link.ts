import { showCopied } from '../shared/copy.ts';
import { announce, byId } from '../shared/dom.ts';
import { formText } from '../text/form-text.ts';

/**
 * Makes *Copy link to this setup* work. The address of the page is that link: the form writes client ID, grant and scopes
 * into it, and never a secret.
 */
export function initCopyLink(): void {
  const button = byId('copy-link');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      button.textContent = formText.copyLinkRefused;
      announce(formText.copyLinkRefused);
      return;
    }
    announce(formText.copied(formText.link));
    showCopied(button);
  });
}
