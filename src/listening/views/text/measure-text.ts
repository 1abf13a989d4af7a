import { graphemesOf } from './clean-text.ts';
import { columnsOf, isEmoji, isWide } from './script-classes.ts';

/**
 * Widths of the characters from space to tilde, each as one character whose code is the width in hundredths of the font
 * size, and 22 more. Each is the wider one of Noto Sans and Liberation Sans, so a system font hardly ever needs more.
 */
const widths = '22?WOo_,77MP272;OOOOOOOOOO22PPPN|YY^_YSd`8HYNqbdYd^YS_YtYYS7;7ON7NSHSN8ST00K0sTRSS?H:TIeKIH<M<P';
/** What a semibold letter adds to its width. Spaces, digits and punctuation before the letters add nothing. */
const boldExtra = 0.05;
const firstLetter = 'A'.charCodeAt(0) - 32;

/** What a text is set in. */
export interface Font {
  /** Pixels; in a terminal 1, for one column. */
  readonly size: number;
  readonly bold?: boolean | undefined;
  /** The width of a grapheme in sizes. Default: `widthInFont`. */
  readonly widthOf?: (grapheme: string, bold: boolean) => number;
}

/**
 * The first character of each script; the width of a letter, and what each sign around it adds, in font sizes: as measured
 * in Noto Sans of the script. Without a width: what is not known.
 */
const scripts: readonly (readonly [first: number, width?: number, mark?: number])[] = [
  [0x530, 0.72], // Armenian
  [0x590, 0.56], // Hebrew, Arabic
  [0x900, 0.55, 0.25], // Devanagari, Bengali, Gujarati
  [0xb80, 0.85, 0.4], // Tamil
  [0xc00, 0.68, 0.32], // Telugu, Kannada
  [0xd00, 0.85, 0.4], // Malayalam
  [0xd80, 0.68, 0.32], // Sinhala
  [0xe00, 0.62], // Thai, Lao, Tibetan
  [0x1000, 1, 0.5], // Burmese
  [0x10a0],
  [0x1200, 0.75], // Ethiopic, Cherokee, Canadian syllabics
  [0x1780, 0.75, 0.25], // Khmer
  [0x1800],
];

/**
 * The width of one grapheme in font sizes: known for ASCII and an apostrophe, with or without accents, otherwise a guess
 * by script.
 */
function widthInFont(grapheme: string, bold: boolean): number {
  const at = grapheme.replace('’', "'").normalize('NFD').charCodeAt(0) - 32;
  const known = widths.charCodeAt(at) - 22;
  if (known >= 0) return known / 100 + (bold && at >= firstLetter ? boldExtra : 0);
  if (isEmoji(grapheme)) return 1.38;
  if (isWide(grapheme)) return 1.01;
  // Marks that have no letter below them, and invisible format characters.
  if (!columnsOf(grapheme)) return 0.1;
  const [, width, mark = 0] = scripts.findLast(([first]) => first <= grapheme.charCodeAt(0)) ?? [];
  if (width) return width + mark * Math.min(3, grapheme.length - 1);
  if (/^[жмшщюфыЖМШЩЮФЫѠ]/.test(grapheme)) return bold ? 0.98 : 0.92;
  if (/^\p{Lu}/u.test(grapheme)) return bold ? 0.8 : 0.76;
  if (/^[–…—]/.test(grapheme)) return 1;
  return bold ? 0.66 : 0.62;
}

/** The width of a text in pixels, a little more than it takes in most fonts; in columns for a terminal. */
export function measureText(text: string, { size, bold = false, widthOf = widthInFont }: Font): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOf(grapheme, bold);
  return width * size;
}

/** The beginning of a text that is at most `width` wide, in whole graphemes. */
export function takeWidth(text: string, width: number, { size, bold = false, widthOf = widthInFont }: Font): string {
  let left = width / size;
  let end = 0;
  for (const grapheme of graphemesOf(text)) {
    left -= widthOf(grapheme, bold);
    if (left < 0) break;
    end += grapheme.length;
  }
  return text.slice(0, end);
}
