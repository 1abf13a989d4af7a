/**
 * Whether a text has the form of every client ID seen so far: 32 characters of 0-9 and a-f. Only such a text may enter an
 * address, because anything else in the box may be a secret. Spotify documents no format.
 * @see https://developer.spotify.com/documentation/web-api/concepts/apps
 */
export function isClientId(text: string): boolean {
  return /^[\da-f]{32}$/i.test(text);
}

/**
 * Finds a client ID of the usual form in a text that names it: a `.env` file, JSON, `Client ID: …`, the address of the app
 * in Spotify's dashboard.
 */
export function findUsualClientId(text: string): string | undefined {
  return /(?:client[ _-]?id\W*|\/dashboard\/(?:applications\/)?)([\da-f]{32})/i.exec(text)?.[1];
}

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
