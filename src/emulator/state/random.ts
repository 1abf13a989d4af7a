/** Returns that many random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

export const cryptoRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** A token that looks like Spotify's: two letters for its kind, then base64url. */
export function randomToken(random: RandomBytes, prefix: 'AQ' | 'BQ', bytes: number): string {
  return prefix + base64url(random(bytes));
}

export function randomHex(random: RandomBytes, bytes: number): string {
  return Array.from(random(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
