import { shortHash } from '../text/hash.ts';

/**
 * Makes a weak `ETag` of a text. 64 bits are enough: they only tell two bodies of one address apart.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
 */
export const makeEtag = async (text: string): Promise<string> => `W/"${await shortHash(text, 8)}"`;

/**
 * Whether a client already has the body, by its `If-None-Match`.
 * @param ifNoneMatch the header as it came; null if there is none
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function isKnownTo(ifNoneMatch: string | null, etag: string): boolean {
  // Tags are quoted, so one cannot be a part of another. A weak one counts like a strong one.
  return ifNoneMatch?.trim() === '*' || ifNoneMatch?.includes(etag.slice(2)) === true;
}
