import { cleanValue } from './clean-value.ts';
import { findValue } from './find-value.ts';

/**
 * A refresh token from what was typed, pasted or piped: the token itself, or a text that names it (a `.env` file, YAML,
 * JSON with `refresh_token` or `refreshToken`, form text).
 * @returns an empty string if there is none
 */
export function readRefreshToken(text: string): string {
  return cleanValue(findValue(text, 'refresh[ _-]?token') ?? text);
}
