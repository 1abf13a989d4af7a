import { parseInline, type InlinePiece } from '../text/inline.ts';

const externalLinks: Record<string, string> = {
  dashboard: 'href="https://developer.spotify.com/dashboard"',
  apps: 'href="https://www.spotify.com/account/apps/"',
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Whether a piece is a link that says that it opens in a new tab. */
export const opensNewTab = (piece: InlinePiece): boolean => piece.kind === 'link' && piece.link !== 'licence';

function pieceToHtml(piece: InlinePiece, newTab: string): string {
  const text = escapeHtml(piece.text);
  if (piece.kind === 'text') return text;
  if (piece.kind === 'bold') return `<b>${text}</b>`;
  if (piece.kind === 'code') return `<code>${text}</code>`;
  if (!opensNewTab(piece)) return `<a href="./licence.txt">${text}</a>`;
  const target = externalLinks[piece.link];
  if (target === undefined) throw new Error(`The catalogue names a link that is not known: ${piece.link}`);
  return `<a ${target} target="_blank" rel="noreferrer">${text}<span class="vh"> ${escapeHtml(newTab)}</span></a>`;
}

/** Replaces each `{name}` in a text by its value. */
export function fillSlots(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}

/**
 * Writes the texts of a catalogue into HTML: `{{key}}` becomes the text of that key, with its markup unless it is in
 * an attribute. `{name}` inside a text becomes one of `values`.
 * @throws {Error} if the HTML names a key that is missing, or if a key is not used
 */
export function fillTexts(
  html: string,
  texts: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): string {
  // The build itself adds this one to links.
  const unused = new Set(Object.keys(texts).filter((key) => key !== 'newTab'));
  // Another language finds a text by all that its text node says: see language/translate-page.ts.
  const [glued] = /[^>"=\s]\s*\{\{\w+\}\}(?!")|[^"]\{\{\w+\}\}\s*[^<"\s]/.exec(html) ?? [];
  if (glued !== undefined) throw new Error(`A text is not the only content of its element: ${glued}`);
  const filled = html.replaceAll(/(=")?\{\{(\w+)\}\}/g, (_, attribute: string | undefined, key: string) => {
    const text = texts[key] && fillSlots(texts[key], values);
    if (text === undefined) throw new Error(`The catalogue has no text ${key}`);
    unused.delete(key);
    if (attribute !== undefined) return attribute + escapeHtml(text);
    return parseInline(text)
      .map((piece) => pieceToHtml(piece, texts['newTab'] ?? ''))
      .join('');
  });
  if (unused.size > 0) throw new Error(`The page does not use these texts: ${[...unused].join(', ')}`);
  return filled;
}
