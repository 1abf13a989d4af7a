import { isClientId } from '../text/values/client-id.ts';

/**
 * What is unusual about a client ID, as a sentence without its full stop; undefined if nothing is. Every client ID seen
 * so far has 32 characters of 0-9 and a-f, but Spotify documents no format, so an unusual one is still accepted.
 * @see https://developer.spotify.com/documentation/web-api/concepts/apps
 */
export function describeUnusualClientId(clientId: string): string | undefined {
  if (isClientId(clientId)) return undefined;
  if (clientId.length === 32) return 'A client ID has only 0\u20139 and a\u2013f';
  return `A client ID has 32 characters; this has ${clientId.length}`;
}
