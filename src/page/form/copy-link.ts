import { showCopied } from '../shared/copy.ts';
import { announce, byId } from '../shared/dom.ts';
import { formPartsText } from '../text/form-parts-text.ts';

let label: string | undefined;

/**
 * Copies the address of the page: the form writes client ID, grant and scopes into it, and never a secret. If the browser
 * refuses, the button says so until it succeeds.
 */
export async function copyLink(): Promise<void> {
  const button = byId('copy-link');
  label ??= button.textContent;
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    button.textContent = formPartsText.copyLinkRefused;
    announce(formPartsText.copyLinkRefused);
    return;
  }
  announce(formPartsText.copied(formPartsText.link));
  button.textContent = label;
  showCopied(button);
}
