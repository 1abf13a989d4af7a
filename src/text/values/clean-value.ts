/** What wraps a pasted value: straight, curly and angle quotes, Markdown, brackets, what separates it from the next. */
const wrapping = '["\'`\u2018-\u201f\u00ab\u00bb\u2039\u203a*<>()[\\]\\\\,;]+';
const wrapped = new RegExp(`^${wrapping}|${wrapping}$`, 'g');

/**
 * Removes what a client ID, a secret and a token never contain, but pasted text often does: quotes and Markdown around
 * them; blanks, line ends (also written out, as in `\n`), control, zero-width and byte order marks inside them, and the
 * marks of a bracketed paste.
 * @returns an empty string if nothing is left
 */
export function cleanValue(text: string): string {
  return text.replace(/\p{Cc}\[20[01]~|[\s\p{Cc}\p{Cf}]+|\\[nrt]/gu, '').replace(wrapped, '');
}
