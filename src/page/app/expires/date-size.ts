/**
 * The cuts of the page's serif have these characters only. See `scripts/fonts/`. The accented letters are loaded in German
 * and Spanish, and English dates have none.
 */
const inCut = /^[\w\s!"&'(),\-./:;?–—‘’“”…ÄÖÜßäöüÁÉÍÑÓÚáéíñóú]*$/;

const wideLetter = /[mw]/gi;

/** A letter of Chinese, Japanese or Korean is about 2.4 times as wide as one of ours. */
const ideograph = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * The width of a date, counted in letters, from which the style sheet gets a type size that fits one line (`--ch`).
 * @returns `plain`: a letter is missing in the page's serif (`května`), so that the whole date needs another face
 */
export function sizeOfDate(text: string): { readonly letters: number; readonly isPlain: boolean } {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const width = text.length + count(wideLetter) * 0.5 + count(ideograph) * 1.4;
  return { letters: Math.round(width * 10) / 10, isPlain: !inCut.test(text) };
}
