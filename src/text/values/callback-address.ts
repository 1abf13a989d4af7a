import { RefrainError } from '../../errors/refrain-error.ts';

/**
 * The parameters of a callback address that was pasted: the whole address, or what begins with its question mark.
 * Blanks, line breaks, quotes and the marks of a bracketed paste are removed.
 * @returns undefined for an empty text
 * @throws RefrainError `callback_malformed` if the address has neither `code`, `error` nor `state` (RFC 6749 section
 * 4.1.2)
 */
export function readCallbackAddress(pasted: string): URLSearchParams | undefined {
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
