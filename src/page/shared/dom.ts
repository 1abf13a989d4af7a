/** Returns the element with this id. index.html has all of them. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** Announces a text to screen readers, in the status region of the page. */
export function announce(text: string): void {
  const region = byId('said');
  // A screen reader repeats the same text only if the region was empty in between.
  region.textContent = '';
  requestAnimationFrame(() => (region.textContent = text));
}

/** Sets the text of an element. An empty element is not drawn (see score.css). */
export function setText(id: string, text: string): void {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}
