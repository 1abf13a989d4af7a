import { graphemesOf } from './clean-text.ts';
import { isEmoji, isMark, isWide } from './script-classes.ts';

/**
 * Widths of the characters from space to tilde, each as one character whose code is the width in hundredths of the font
 * size, and 22 more. Each is the wider one of Noto Sans and Liberation Sans, so a system font hardly ever needs more.
 */
const regular = '22?WOo_,77MP272;OOOOOOOOOO22PPPN|YY^_YSd`8HYNqbdYd^YS_YtYYS7;7ON7NSHSN8ST00K0sTRSS?H:TIeKIH<M<P';
const semibold = '27EWOpa188LP272?OOOOOOOOOO77PPPSx^^^`YSdb=N^StgfYf^YSbYwYYS7?7PN:RUNUQ=UX54T5xXTUUCNAXOlPOH=M=P';

/** What a text is set in. */
export interface Font {
  /** Pixels; in a terminal 1, for one column. */
  readonly size: number;
  readonly bold?: boolean | undefined;
  /** The width of a grapheme in sizes. Default: `widthInFont`. */
  readonly widthOf?: (grapheme: string, bold: boolean) => number;
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
function widthInFont(grapheme: string, bold: boolean): number {
  const at = grapheme.normalize('NFD').charCodeAt(0) - 32;
  const known = (bold ? semibold : regular).charCodeAt(at) - 22;
  if (known >= 0) return known / 100;
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
