import { cleanValue } from './clean-value.ts';
import { findValue } from './find-value.ts';

/**
 * A client secret from what was typed, pasted or piped: the secret itself, or a text that names it.
 * @returns an empty string if there is none
 */
export function readClientSecret(text: string): string {
  return cleanValue(findValue(text, 'client[ _-]?secret') ?? text);
}
