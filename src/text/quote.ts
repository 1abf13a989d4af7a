/**
 * How a value is written into somebody else's language so that it arrives there as it is, and does nothing else.
 * What cannot be seen (control and format characters, line separators) is always escaped: nobody should run
 * a line that reads otherwise than it works.
 */

/** Lone surrogates become U+FFFD, as they do on every way out of JavaScript; U+0000 goes, since no shell word can hold it. */
const wellFormed = (value: string): string => value.replace(/\p{Cs}/gu, '\uFFFD').replaceAll('\0', '');

const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;

const codePoint = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

const asBytes = (character: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

/**
 * One word of bash (zsh and ksh read it alike), always on one line: a here-document cannot be ended from inside.
 * `${{` is written apart, since GitHub Actions replaces it before any shell sees it.
 * @see https://www.gnu.org/software/bash/manual/html_node/Quoting.html
 */
export function quoteShell(value: string): string {
  const text = wellFormed(value);
  return text.search(unseen) < 0
    ? `'${text.replaceAll("'", "'\\''").replaceAll('${{', () => "$''{{")}'`
    : `$'${text.replace(/[\\']/g, '\\$&').replaceAll('${{', '\\x24{{').replace(unseen, asBytes)}'`;
}

/** A string literal of JavaScript. @see https://tc39.es/ecma262/#sec-literals-string-literals */
export const quoteJavaScript = (value: string): string =>
  JSON.stringify(wellFormed(value)).replace(unseen, (character) => `\\u{${codePoint(character)}}`);

/** A string literal of Python 3. @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences */
export const quotePython = (value: string): string =>
  JSON.stringify(wellFormed(value)).replace(unseen, (character) => `\\U${codePoint(character).padStart(8, '0')}`);

/** What may stand between the quotes of a value in a curl config. @see https://curl.se/docs/manpage.html#-K */
export const escapeCurlConfig = (value: string): string =>
  value
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\v', '\\v');

/**
 * The right side of a line of a `.env` file, the same for a POSIX shell, dotenv, Node's `--env-file` and docker compose;
 * undefined where no form is read alike by all of them (both kinds of quotes, a line break, a backslash before the end).
 * Letters and digits, which is what Spotify's IDs and tokens are made of, stay bare: `docker run --env-file` knows no quotes.
 */
export function quoteDotenv(value: string): string | undefined {
  if (/^[\w.:/@%+-]+$/.test(value)) return value;
  if (value.search(unseen) >= 0) return undefined;
  if (!/'|\\$/.test(value)) return `'${value}'`;
  return /["$`\\]/.test(value) ? undefined : `"${value}"`;
}
