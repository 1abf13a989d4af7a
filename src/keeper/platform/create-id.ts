/** 64 random bits, so that no ID is used twice. The global `crypto` is loaded only if it is used. */
export function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
