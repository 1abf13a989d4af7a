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
