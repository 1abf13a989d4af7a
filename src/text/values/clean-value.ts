/** What wraps a pasted value: straight, curly and angle quotes, Markdown, brackets, what separates it from the next. */
const wrapping = '["\'`\u2018-\u201f\u00ab\u00bb\u2039\u203a*<>()[\\]\\\\,;]+';
const wrapped = new RegExp(`^${wrapping}|${wrapping}$`, 'g');

/**
 * Removes what a client ID, a secret and a token never contain, but pasted text often does: quotes and Markdown around
 * them; blanks, line ends (also written out, as in `\n`), control, zero-width and byte order marks inside them, and the
 * marks of a bracketed paste. For a value that may contain blanks, use `unquote`.
 * @returns an empty string if nothing is left
 */
export function cleanValue(text: string): string {
  return text.replace(/\p{Cc}\[20[01]~|[\s\p{Cc}\p{Cf}]+|\\[nrt]/gu, '').replace(wrapped, '');
}

const edge = /[\s\p{Cc}\u200b-\u200f\u2060]/u;
const inQuotes = /^(?:(["'`])(.*)\1|[\u2018\u201c](.*)[\u2019\u201d])$/su;

/**
 * Removes what surrounds a value that may contain blanks, such as a path: one pair of quotes, and blanks, line ends, byte
 * order marks and zero-width characters.
 */
export function unquote(text: string): string {
  let [start, end] = [0, text.length];
  // A pattern would try each blank inside the text as the first of the last ones.
  while (start < end && edge.test(text.charAt(start))) start += 1;
  while (start < end && edge.test(text.charAt(end - 1))) end -= 1;
  const value = text.slice(start, end);
  const [, , straight, curly] = inQuotes.exec(value) ?? [];
  return straight ?? curly ?? value;
}
