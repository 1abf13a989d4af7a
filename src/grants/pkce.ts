/** Bytes as base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** 256 random bits as 43 characters of base64url: a state, or a code verifier (RFC 7636 section 4.1). */
export function randomToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

// Not oauth4webapi's, though equal to it (a test says so): one import of it here would draw the whole library
// into the page's first script, since bundlers keep a module in one piece.
/** The S256 code challenge of a verifier (RFC 7636 section 4.2). Needs a secure context, as every page that Spotify takes is. */
export async function codeChallengeOf(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return base64url(new Uint8Array(digest));
}
