import { parseInline, type InlinePiece } from '../text/inline.ts';
import type { HtmlText } from '../text/language.ts';
import { opensNewTab } from './text-html.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Returns the texts of index.html in another language, by the English text as the browser shows it: see
 * `language/translate-page.ts`.
 * @throws {Error} if a text is missing, if the same English text has two translations, or if a translation has other links, code or bold words
 */
export function htmlTexts(english: Texts, translated: Texts): Record<string, HtmlText> {
  const texts: Record<string, HtmlText> = {};
  for (const [key, source] of Object.entries(english)) {
    const text = translated[key];
    if (text === undefined) throw new Error(`The text ${key} is not translated`);
    const pieces = parseInline(source);
    const shown = pieces.map((piece) => piece.text + (opensNewTab(piece) ? ` ${english['newTab']}` : '')).join('');
    const value = pieces.every(({ kind }) => kind === 'text') ? text : reusePieces(key, pieces, parseInline(text));
    if (texts[shown] !== undefined && JSON.stringify(texts[shown]) !== JSON.stringify(value)) {
      throw new Error(`“${shown}” has two translations: ${JSON.stringify(texts[shown])}, ${JSON.stringify(value)}`);
    }
    texts[shown] = value;
  }
  return texts;
}

/** Says for each piece with markup which element of the English text it is. */
function reusePieces(key: string, english: readonly InlinePiece[], translated: readonly InlinePiece[]): HtmlText {
  const elements = english.filter(({ kind }) => kind !== 'text').map((piece) => ({ piece, isUsed: false }));
  const reused = translated.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    const position = elements.findIndex((element) => !element.isUsed && isSameElement(element.piece, piece));
    const found = elements[position];
    if (!found) throw new Error(`The text ${key} has markup that the English text does not have: ${piece.text}`);
    found.isUsed = true;
    return [position, piece.text] as const;
  });
  const missing = elements.find(({ isUsed }) => !isUsed);
  if (missing) throw new Error(`The text ${key} lacks markup of the English text: ${missing.piece.text}`);
  return reused;
}

function isSameElement(english: InlinePiece, translated: InlinePiece): boolean {
  if (english.kind === 'link') return translated.kind === 'link' && english.link === translated.link;
  return english.kind === translated.kind && (english.kind === 'bold' || english.text === translated.text);
}
