/**
 * Quotes values for other languages, so that the value arrives unchanged and cannot run as code. Invisible characters
 * (control and format characters, line separators) are always escaped: a line must do what it seems to do.
 */

/** Replaces lone surrogates with U+FFFD, as every encoder does, and removes U+0000, which a shell word cannot hold. */
const toWellFormed = (value: string): string => value.replace(/\p{Cs}/gu, '\uFFFD').replaceAll('\0', '');

const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;

const codePoint = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

const escapeBytes = (character: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

/**
 * One word of bash, zsh or ksh, always on one line, so it cannot end a here-document. `${{` is split, because GitHub
 * Actions replaces it before a shell reads it.
 * @see https://www.gnu.org/software/bash/manual/html_node/Quoting.html
 */
export function quoteShell(value: string): string {
  const text = toWellFormed(value);
  return text.search(invisible) < 0
    ? `'${text.replaceAll("'", "'\\''").replaceAll('${{', () => "$''{{")}'`
    : `$'${text.replace(/[\\']/g, '\\$&').replaceAll('${{', '\\x24{{').replace(invisible, escapeBytes)}'`;
}

/** A JavaScript string literal, in single quotes if it is plain. @see https://tc39.es/ecma262/#sec-literals-string-literals */
export const quoteJavaScript = (value: string): string =>
  /^[\w.:/?=%+ -]*$/.test(value)
    ? `'${value}'`
    : JSON.stringify(toWellFormed(value)).replace(invisible, (character) => `\\u{${codePoint(character)}}`);

/** A Python 3 string literal. @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences */
export const quotePython = (value: string): string =>
  JSON.stringify(toWellFormed(value)).replace(invisible, (character) => `\\U${codePoint(character).padStart(8, '0')}`);

/**
 * A YAML string that GitHub Actions does not evaluate either. @see https://yaml.org/spec/1.2.2/#57-escaped-characters
 */
export const quoteYaml = (value: string): string =>
  /^[\w.-]*$/.test(value) ? `'${value}'` : quotePython(value).replaceAll('${{', '\\x24{{');

/** The text between the double quotes of a value in a curl config file. @see https://curl.se/docs/manpage.html#-K */
export const escapeCurlConfig = (value: string): string =>
  value
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\v', '\\v');

/**
 * The value of a line in a `.env` file, in a form that a POSIX shell, dotenv, Node's `--env-file` and docker compose
 * all read in the same way; undefined if there is no such form (both kinds of quotes, a line break, a backslash at the
 * end). Letters and digits, as in Spotify's IDs and tokens, stay unquoted, because `docker run --env-file` does not
 * remove quotes.
 */
export function quoteDotenv(value: string): string | undefined {
  if (/^[\w.:/@%+-]+$/.test(value)) return value;
  if (value.search(invisible) >= 0) return undefined;
  if (!/'|\\$/.test(value)) return `'${value}'`;
  return /["$`\\]/.test(value) ? undefined : `"${value}"`;
}
