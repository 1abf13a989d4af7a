/**
 * Finds a value that a text names: a line of a `.env` file, of a shell or of YAML, JSON (also with its quotes escaped),
 * form text, `Client ID: …`, or a label with the value on the next line. Lines that begin with `#` are ignored. The last
 * one counts, as in a `.env` file.
 * @param name the name's end as the source of a regular expression: `refresh[ _-]?token`
 * @returns the value as it is written, an empty string if the text names it without a value, undefined if it does not name
 * it
 */
export function findValue(text: string, name: string): string | undefined {
  // Line ends are lost in a box with one line, so the name of the next variable ends a value too.
  const value = `"([^"]*)"|'([^']*)'|((?:(?!SPOTIFY_|client[ _-]?(?:id|secret))[^\\s"'&,;{}])*)`;
  const pattern = new RegExp(`${name}[\\\\"'\`*]*[ \\t]*(?:[:=]|\\r?\\n)[ \\t*\`\\\\]*(?:${value})`, 'gi');
  const [, double, single, plain] = [...text.replace(/^\s*#.*/gm, '').matchAll(pattern)].at(-1) ?? [];
  return double ?? single ?? plain;
}
