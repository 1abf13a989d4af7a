import { RefrainError } from '../../errors/refrain-error.ts';
import { cleanValue } from './clean-value.ts';

/**
 * Reads the parameters of a callback address that the user pasted: the whole address, with or without `http://`, or only
 * the part from its question mark. It may be quoted, a Markdown link, broken over lines, or URL-encoded as a whole.
 * @returns undefined for an empty text
 * @throws RefrainError `callback_malformed` if it has neither `code` nor `error` (RFC 6749 section 4.1.2)
 */
export function readCallbackAddress(pasted: string): URLSearchParams | undefined {
  const text = cleanValue(pasted);
  if (text === '') return undefined;
  const address = text.includes('?') ? text : decode(text);
  // The query ends at the first character that an address cannot contain, such as the bracket in a Markdown link.
  const [, query = ''] = /\?([^\s#<>"'`()[\]\\\u2018-\u201f]*)/.exec(address) ?? [];
  const parameters = new URLSearchParams(query);
  if (parameters.has('code') || parameters.has('error')) return parameters;
  throw new RefrainError('callback_malformed');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
