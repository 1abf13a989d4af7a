import { showCopied } from '../shared/copy.ts';
import { announce, byId } from '../shared/dom.ts';
import type { PageContext } from '../shared/page-context.ts';
import { loadFormParts } from './load-form-parts.ts';
import { formText } from '../text/form-text.ts';

/**
 * Shows the redirect URI, and copies it when its button is pressed. If the browser refuses, the address is selected and
 * the hint says so.
 * @param onCopied runs when the address was copied
 */
export function initRedirectUri({ sent, withoutPort }: PageContext['redirectUri'], onCopied: () => void): void {
  const box = byId<HTMLTextAreaElement>('redirect-uri');
  const button = byId('copy-redirect-uri');
  const hint = byId('redirect-uri-hint');
  box.value = sent;
  // A browser without `field-sizing` would show one line only.
  while (box.scrollHeight > box.clientHeight && box.rows < 5) box.rows++;
  let usualHint = hint.textContent;
  if (withoutPort) void addHint(withoutPort);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(box.value);
    } catch {
      box.focus();
      box.select();
      hint.textContent = formText.copyRefused(formText.redirectUri);
      announce(hint.textContent);
      return;
    }
    hint.textContent = usualHint;
    announce(formText.copied(formText.redirectUri));
    showCopied(button);
    onCopied();
  });

  async function addHint(address: string): Promise<void> {
    if (!(await loadFormParts())) return;
    usualHint += ` ${formText.withoutPort(address)}`;
    hint.textContent = usualHint;
  }
}
