import { graphemesOf } from '../clean-text.ts';
import { isEmoji, isMark, isWide } from '../script-classes.ts';

/**
 * Widths of the characters from space to tilde in hundredths of the font size: each is the wider one of Noto Sans and
 * Liberation Sans, so that a system font hardly ever needs more.
 */
const regular = [
  28, 28, 41, 65, 57, 89, 73, 22, 33, 33, 55, 58, 28, 33, 28, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 28, 28, 58,
  58, 58, 56, 102, 67, 67, 72, 73, 67, 61, 78, 74, 34, 50, 67, 56, 91, 76, 78, 67, 78, 72, 67, 61, 73, 67, 94, 67, 67,
  61, 33, 37, 33, 57, 56, 33, 56, 61, 50, 61, 56, 34, 61, 62, 26, 26, 53, 26, 93, 62, 60, 61, 61, 41, 50, 36, 62, 51,
  79, 53, 51, 50, 38, 55, 38, 58,
];
const semibold = [
  28, 33, 47, 65, 57, 90, 75, 27, 34, 34, 54, 58, 28, 33, 28, 41, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 33, 33, 58,
  58, 58, 61, 98, 72, 72, 72, 74, 67, 61, 78, 76, 39, 56, 72, 61, 94, 81, 80, 67, 80, 72, 67, 61, 76, 67, 97, 67, 67,
  61, 33, 41, 33, 58, 56, 36, 60, 63, 56, 63, 59, 39, 63, 66, 31, 30, 62, 31, 98, 66, 62, 63, 63, 45, 56, 43, 66, 57,
  86, 58, 57, 50, 39, 55, 39, 58,
];

/** A font that a text is set in: its size in pixels, and whether it is semibold. */
export interface Font {
  readonly size: number;
  readonly bold?: boolean | undefined;
}

/** The width of a letter, and what each sign around it adds, in font sizes: as measured in Noto Sans of the script. */
const scripts: readonly { letters: RegExp; width: number; mark?: number }[] = [
  { letters: /^[\u0530-\u058f]/, width: 0.72 }, // Armenian
  { letters: /^[\u0590-\u08ff\ufb1d-\ufefc]/, width: 0.56 }, // Hebrew, Arabic
  { letters: /^[\u0900-\u0b7f]/, width: 0.55, mark: 0.25 }, // Devanagari, Bengali, Gujarati
  { letters: /^[\u0b80-\u0bff]|^[\u0d00-\u0d7f]/, width: 0.85, mark: 0.4 }, // Tamil, Malayalam
  { letters: /^[\u0c00-\u0dff]/, width: 0.68, mark: 0.32 }, // Telugu, Kannada, Sinhala
  { letters: /^[\u0e00-\u0eff]/, width: 0.62 }, // Thai, Lao
  { letters: /^[\u1000-\u109f]/, width: 1, mark: 0.5 }, // Burmese
  { letters: /^[\u1200-\u139f]/, width: 0.75 }, // Ethiopic
  { letters: /^[\u1780-\u17ff]/, width: 0.75, mark: 0.25 }, // Khmer
];

/** The width of one grapheme in font sizes: known for ASCII, with or without accents, else a guess by script. */
function widthOf(grapheme: string, bold: boolean): number {
  const code = grapheme.normalize('NFD').charCodeAt(0) - 32;
  const known = (bold ? semibold : regular)[code];
  if (known !== undefined) return known / 100;
  if (isEmoji(grapheme)) return 1.38;
  if (isWide(grapheme)) return 1.01;
  if (isMark(grapheme)) return 0.1;
  const script = scripts.find(({ letters }) => letters.test(grapheme));
  if (script) return script.width + (script.mark ?? 0) * Math.min(3, grapheme.length - 1);
  if (/^[жмшщюфыЖМШЩЮФЫѠ]/.test(grapheme)) return bold ? 0.98 : 0.92;
  if (/^\p{Lu}/u.test(grapheme)) return bold ? 0.8 : 0.76;
  if (/^[–…—]/.test(grapheme)) return 1;
  return bold ? 0.66 : 0.62;
}

/** The width of a text in pixels, a little more than it takes in most fonts. */
export function measureText(text: string, { size, bold = false }: Font): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOf(grapheme, bold);
  return width * size;
}

/** The beginning of a text that is at most `width` pixels wide, in whole graphemes. */
export function takeWidth(text: string, width: number, { size, bold = false }: Font): string {
  let left = width / size;
  let end = 0;
  for (const grapheme of graphemesOf(text)) {
    left -= widthOf(grapheme, bold);
    if (left < 0) break;
    end += grapheme.length;
  }
  return text.slice(0, end);
}
