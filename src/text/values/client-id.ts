/**
 * Whether a text has the form of every client ID seen so far: 32 characters of 0-9 and a-f. Only such a text may enter an
 * address, because anything else in the box may be a secret. Spotify documents no format.
 * @see https://developer.spotify.com/documentation/web-api/concepts/apps
 */
export function isClientId(text: string): boolean {
  return /^[\da-f]{32}$/i.test(text);
}

/**
 * What is unusual about a client ID, as a sentence without its full stop; undefined if nothing is. Every client ID seen
 * so far has 32 characters of 0-9 and a-f, but Spotify documents no format, so an unusual one is still accepted.
 */
export function describeUnusualClientId(clientId: string): string | undefined {
  if (isClientId(clientId)) return undefined;
  if (clientId.length === 32) return 'A client ID has only 0\u20139 and a\u2013f';
  return `A client ID has 32 characters; this has ${clientId.length}`;
}

/**
 * Finds a client ID of the usual form in a text that names it: a `.env` file, JSON, `Client ID: …`, the address of the app
 * in Spotify's dashboard.
 */
export function findUsualClientId(text: string): string | undefined {
  return /(?:client[ _-]?id\W*|\/dashboard\/(?:applications\/)?)([\da-f]{32})/i.exec(text)?.[1];
}
