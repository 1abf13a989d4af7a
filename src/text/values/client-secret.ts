/**
 * A client secret as it was typed, pasted or piped, without the blanks and line ends around it.
 * @returns an empty string if nothing is left
 */
export function readClientSecret(text: string): string {
  return text.trim();
}
