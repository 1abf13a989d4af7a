import { encodeBase64url, sha256 } from '../../text/hash.ts';

/** A short hash to recognize a refresh token without storing it: the first 64 bits of its SHA-256, base64url. */
export async function hashOf(token: string): Promise<string> {
  return encodeBase64url((await sha256(token)).subarray(0, 8));
}
