const edge = '[\\s\\p{Cc}\\u200b-\\u200f\\u2060]*';
const inQuotes = new RegExp(`^${edge}(?:(["'\`])(.*)\\1|[\u2018\u201c](.*)[\u2019\u201d]|(.*?))${edge}$`, 'su');

/**
 * Removes what surrounds a value that may contain blanks, such as a path: one pair of quotes, and blanks, line ends, byte
 * order marks and zero-width characters.
 */
export function unquote(text: string): string {
  const [, , straight, curly, plain] = inQuotes.exec(text) ?? [];
  return straight ?? curly ?? plain ?? text;
}
