import { announce, byId } from '../shared/dom.ts';

/** Names once what a link asks for in vain; whatever else it asked for is filled in all the same. */
export function showIgnored(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : '';
  const words = `The link asks for what Refrain does not know, or takes only once: ${unknown.slice(0, 5).join(', ')}${more}. It was left out.`;
  const notice = byId('notice');
  notice.textContent = words;
  notice.hidden = false;
  announce(words);
}
