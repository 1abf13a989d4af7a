import { base64url } from '../../grants/pkce.ts';

/** A short hash by which a refresh token is known again, and from which nobody learns it: 64 bits of its SHA-256. */
export async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url(new Uint8Array(digest, 0, 8));
}
