/** Classes of graphemes that do not take the space of a Latin letter. */

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\ufe0f/u;
const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const emojiInTerminal = /\p{Emoji_Presentation}|\ufe0f/u;
const stacked = /[\p{Mn}\p{Me}\p{Cf}]/gu;

export const isEmoji = (grapheme: string): boolean => emoji.test(grapheme);

/** Chinese, Japanese, Korean, Tangut, and full-width forms. @see https://www.unicode.org/reports/tr11/ */
export const isWide = (grapheme: string): boolean => wide.test(grapheme);

/**
 * How many columns a grapheme takes in a terminal. A vowel beside its letter (Devanagari, Thai) has one of its
 * own; a mark above or below a letter has none. Both are as `wcwidth` counts them.
 */
export function columnsOf(grapheme: string): number {
  if (isWide(grapheme) || emojiInTerminal.test(grapheme)) return 2;
  return Array.from(grapheme.replace(stacked, '')).length;
}
