/**
 * What is unusual about a client ID, in words; undefined where nothing is. Spotify's are 32 characters of 0-9 and a-f, as
 * far as anybody has seen, and others are to be taken all the same.
 */
export function clientIdOddity(clientId: string): string | undefined {
  if (/^[\da-f]{32}$/i.test(clientId)) return undefined;
  return clientId.length === 32 ? 'Usually only 0\u20139 and a\u2013f' : 'Usually 32 characters';
}
