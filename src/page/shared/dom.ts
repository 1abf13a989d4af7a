/** The element of the page with this id. The build's own HTML has it: a missing one is a fault of ours. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No #${id} on the page`);
  return found as Kind;
}

/** Says it in the page's one status region: for those who do not see what has changed. */
export function announce(words: string): void {
  const said = byId('said');
  // The same words twice are spoken once unless the region was empty between.
  said.textContent = '';
  requestAnimationFrame(() => (said.textContent = words));
}

/** Text or hidden: an element that is empty is not drawn (see score.css) and describes nothing. */
export function setText(id: string, words: string): void {
  const place = byId(id);
  if (place.textContent !== words) place.textContent = words;
}
