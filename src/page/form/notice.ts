import { announce, byId } from '../shared/dom.ts';

/** Shows a text above the form, and announces it. It is not a failure. */
export function showNotice(text: string): void {
  const notice = byId('notice');
  notice.textContent = text;
  notice.hidden = false;
  announce(text);
}
