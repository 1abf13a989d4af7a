import { ignoredIn } from '../address/ignored.ts';
import { formPartsText } from '../text/form-parts-text.ts';
import { showNotice } from './notice.ts';

const most = 5;

/** Names what the page ignores in a link. The rest of the link is still used. */
export function showIgnored(...link: Parameters<typeof ignoredIn>): void {
  const names = ignoredIn(...link);
  if (names.length > 0) showNotice(formPartsText.ignored(names.slice(0, most), Math.max(0, names.length - most)));
}
