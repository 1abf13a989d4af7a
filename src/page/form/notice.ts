import { ignoredIn } from '../address/ignored.ts';
import { announce, byId } from '../shared/dom.ts';
import { formText } from '../text/form-text.ts';

const most = 5;

/** Names what the page ignores in a link. The rest of the link is still used. */
export function showIgnored(...link: Parameters<typeof ignoredIn>): void {
  const names = ignoredIn(...link);
  if (names.length === 0) return;
  showNotice(formText.ignored(names.slice(0, most), Math.max(0, names.length - most)));
}

/** Shows a text above the form, and announces it. It is not a failure. */
export function showNotice(text: string): void {
  const notice = byId('notice');
  notice.textContent = text;
  notice.hidden = false;
  announce(text);
}
