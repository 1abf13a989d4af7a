import { base64url } from '../state/random.ts';

/** Whether a verifier has the form that RFC 7636 section 4.1 requires. */
export function isWellFormedVerifier(codeVerifier: string): boolean {
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(codeVerifier);
}

/** The challenge of a verifier, method S256 (RFC 7636 section 4.2). */
export async function createChallenge(codeVerifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier))));
}
