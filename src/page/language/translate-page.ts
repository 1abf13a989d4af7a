import type { HtmlText, Language } from '../text/language.ts';

/**
 * Replaces the English texts of the page, which are found by what they say. So the English HTML needs no marks, and what a
 * browser extension has added does no harm. Elements inside a text (bold, code, links) stay the same elements.
 */
export const translatePage: Language['translatePage'] = (page, { tag, direction, html: texts }) => {
  page.documentElement.lang = tag;
  page.documentElement.dir = direction;
  for (const element of page.querySelectorAll('*')) {
    if (element.firstElementChild?.matches('a, b, code')) translateMarkup(element, texts);
    for (const { name, value } of element.attributes) {
      const text = texts[value];
      if (typeof text === 'string' && /^(aria-label|placeholder|content|data-)/.test(name)) {
        element.setAttribute(name, text);
      }
    }
    for (const node of element.childNodes) {
      const english = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '';
      const text = texts[english.trim()];
      if (typeof text === 'string') node.nodeValue = english.replace(english.trim(), () => text);
    }
  }
};

function translateMarkup(element: Element, texts: Readonly<Record<string, HtmlText>>): void {
  const pieces = texts[element.textContent.trim()];
  if (typeof pieces !== 'object') return;
  const inner = [...element.children];
  element.replaceChildren(
    ...pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const [position, text] = piece;
      const child = inner[position] as Element;
      (child.firstChild as Text).nodeValue = text;
      return child;
    }),
  );
}
