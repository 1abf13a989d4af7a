/**
 * A client ID as it was typed or pasted, without blanks, line ends and invisible characters: a client ID has none.
 * @returns an empty string if nothing is left
 */
export function readClientId(text: string): string {
  return text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
}
