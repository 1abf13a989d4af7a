const https = /^https:\/\/([a-z\d-]+\.)+(?!localhost[:/])[a-z][a-z\d-]*(:\d+)?\/[\w./~-]*$/;
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?\/[\w./~]*$/;

/**
 * Whether Spotify surely accepts a redirect URI: https on a host with a name, or http on `127.0.0.1` or `[::1]`. The lazy
 * part checks all others with the complete rules (`spotify/redirect-uri.ts`), which are too long for the first script.
 */
export function isSurelyAllowed(redirectUri: string): boolean {
  return https.test(redirectUri) || loopback.test(redirectUri);
}
