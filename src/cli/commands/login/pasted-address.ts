import { RefrainError } from '../../../errors/refrain-error.ts';

/**
 * The parameters of a redirect URL that somebody pasted: whole, or from its question mark on; quotes and blanks around
 * it are taken off, and a line break that a terminal put in.
 * @returns undefined for an empty line
 * @throws RefrainError `callback_malformed` for what is no such address
 */
export function parametersOfPasted(pasted: string): URLSearchParams | undefined {
  const text = pasted
    .replace(/\p{Cc}\[20[01]~/gu, '')
    .replace(/\s+/g, '')
    .replace(/^["'<]+|["'>]+$/g, '');
  if (text === '') return undefined;
  const query = text.startsWith('?') ? text : URL.canParse(text) ? new URL(text).search : '';
  const parameters = new URLSearchParams(query);
  if (parameters.has('code') || parameters.has('error') || parameters.has('state')) return parameters;
  throw new RefrainError('callback_malformed');
}
