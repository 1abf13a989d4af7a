import { cleanValue } from './clean-value.ts';
import { findValue } from './find-value.ts';

/**
 * A client ID from what was typed, pasted or piped: the ID itself, or a text that names it (a `.env` file, JSON, form
 * text, `Client ID: …`, the address of the app in Spotify's dashboard).
 * @returns an empty string if there is none
 */
export function readClientId(text: string): string {
  return cleanValue(findClientId(text) ?? text);
}

/**
 * Finds a client ID beside another value.
 * @returns undefined if the text does not name one
 */
export function findClientId(text: string): string | undefined {
  const [, sure] = /(?:client[ _-]?id\W*|\/dashboard\/(?:applications\/)?)([\da-f]{32})/i.exec(text) ?? [];
  return sure ?? (cleanValue(findValue(text, 'client[ _-]?id') ?? '') || undefined);
}

/**
 * Whether a text has the form of every client ID seen so far: 32 characters of 0-9 and a-f. Only such a text may enter an
 * address, because anything else in the box may be a secret. Spotify documents no format.
 * @see https://developer.spotify.com/documentation/web-api/concepts/apps
 */
export function isClientId(text: string): boolean {
  return /^[\da-f]{32}$/i.test(text);
}
