import { encodeBase64url, sha256 } from '../text/hash.ts';

/** 256 random bits as 43 characters of base64url: a state, or a code verifier (RFC 7636 section 4.1). */
export function createRandomString(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * The S256 code challenge of a verifier (RFC 7636 section 4.2). oauth4webapi has the same function (a test compares
 * them), but one import of it would put the whole library into the page's first script.
 */
export async function codeChallengeOf(codeVerifier: string): Promise<string> {
  return encodeBase64url(await sha256(codeVerifier));
}
