/** Names come from anywhere and may hold any character. These functions make them safe to show. */

/** UTF-16 code units that are shown of one name. Spotify's own limit is far below. */
const maxLength = 1000;

/**
 * Control characters, lone surrogates and noncharacters (NChar), which no XML may hold, and the characters that turn the
 * direction of the text around them. The marks that names and emoji need (LRM, RLM, ZWJ, ZWNJ) stay.
 * @see https://www.w3.org/TR/xml/#charsets
 */
const unsafe = /(?!\s)[\p{Cc}\p{Cs}\p{NChar}\u202a-\u202e\u2066-\u2069]/gu;

/** A text that shows nothing: spaces, a Braille letter without dots, and what Unicode calls default ignorable (DI). */
const invisible = /^[\s\u2800\p{DI}]*$/u;

/** One line of text without characters that are unsafe in XML, HTML or a terminal. Empty if nothing of it can be seen. */
export function cleanText(text: string): string {
  const line = text.slice(0, maxLength).replace(unsafe, '').replace(/\s+/g, ' ').trim();
  return invisible.test(line) ? '' : line;
}

/** Clean text for XML and HTML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const rightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether the first letter with a direction runs from right to left. @see https://www.unicode.org/reports/tr9/#P2 */
export const isRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** Latin letters, which never join with the next character. */
const simple = /^[ -~\u00c0-\u02ff]*$/;

const segmenters: Partial<Record<'grapheme' | 'word', Intl.Segmenter>> = {};

/** The parts of a text, by the rules of Unicode. */
export const segmentsOf = (text: string, granularity: 'grapheme' | 'word'): Intl.Segments =>
  (segmenters[granularity] ??= new Intl.Segmenter('en', { granularity })).segment(text);

/** What a reader sees as one character each, however many code points it has. */
export function graphemesOf(text: string): Iterable<string> {
  // The segmenter takes most of the time of a card, so it is used only if it can make a difference.
  if (simple.test(text)) return text;
  return Array.from(segmentsOf(text, 'grapheme'), ({ segment }) => segment);
}
