/** Bytes as base64url without padding (RFC 4648 section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The SHA-256 of a text in UTF-8, 32 bytes. A browser has it only in a secure context (https or loopback). */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** The start of the SHA-256 of a text, as base64url. @param bytes how many, at most 32 */
export async function shortHash(text: string, bytes: number): Promise<string> {
  return encodeBase64url((await sha256(text)).subarray(0, bytes));
}
