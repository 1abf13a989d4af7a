const https = /^https:\/\/([a-z\d-]+\.)+(?!localhost[:/])[a-z][a-z\d-]*(:\d+)?\/[\w./~-]*$/;
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?\/[\w./~]*$/;

/**
 * Whether an address is surely one that Spotify sends people back to: https on a host with a name, or http on
 * `127.0.0.1` and `[::1]`. Anything else is for the late part to judge by the whole rules
 * (`spotify/redirect-uri.ts`), which are too long for the first script.
 */
export function isSurelyAllowed(redirectUri: string): boolean {
  return https.test(redirectUri) || loopback.test(redirectUri);
}
