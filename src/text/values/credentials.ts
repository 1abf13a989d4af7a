import { cleanValue } from './clean-value.ts';
import { findUsualClientId } from './client-id.ts';

/**
 * Client IDs, client secrets and refresh tokens as people enter them: typed, pasted, piped, or in a text with others.
 */

/**
 * A client ID from what was typed, pasted or piped: the ID itself, or a text that names it (a `.env` file, JSON, form
 * text, `Client ID: …`, the address of the app in Spotify's dashboard).
 * @returns an empty string if there is none
 */
export function readClientId(text: string): string {
  return cleanValue(findClientId(text) ?? text);
}

/**
 * Finds a client ID in a text that holds other values too.
 * @returns undefined if the text does not name one
 */
export function findClientId(text: string): string | undefined {
  return findUsualClientId(text) ?? (cleanValue(findValue(text, 'client[ _-]?id') ?? '') || undefined);
}

/**
 * A client secret from what was typed, pasted or piped: the secret itself, or a text that names it.
 * @returns an empty string if there is none
 */
export function readClientSecret(text: string): string {
  return cleanValue(findValue(text, 'client[ _-]?secret') ?? text);
}

/**
 * A refresh token from what was typed, pasted or piped: the token itself, or a text that names it (a `.env` file, YAML,
 * JSON with `refresh_token` or `refreshToken`, form text).
 * @returns an empty string if there is none
 */
export function readRefreshToken(text: string): string {
  return cleanValue(findValue(text, 'refresh[ _-]?token') ?? text);
}

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
  const [, double, single, plain] = [...text.replace(/^[^\S\n]*#.*/gm, '').matchAll(pattern)].at(-1) ?? [];
  return double ?? single ?? plain;
}
