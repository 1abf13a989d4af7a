import { judgeRedirectUri } from '../../spotify/redirect-uri.ts';

const loopback = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?=\/|$)(.*)$/;

/** Match every loopback address. Only the practice app has them: Spotify's dashboard refuses a wildcard. */
export const everyLoopbackAddress = ['http://127.0.0.1/*', 'http://[::1]/*'] as const;

/**
 * Whether a redirect URI is registered. It must match exactly, with two exceptions: a loopback address that is registered
 * without a port matches any port, and `everyLoopbackAddress` matches any port and path.
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function isRegistered(redirectUri: string, registered: readonly string[]): boolean {
  if (registered.includes(redirectUri)) return true;
  const [, origin, rest] = loopback.exec(redirectUri) ?? [];
  return origin !== undefined && (registered.includes(`${origin}${rest}`) || registered.includes(`${origin}/*`));
}

/** Whether Spotify refuses a redirect URI as insecure: http outside loopback, or the name `localhost`, even with https. */
export function isInsecure(redirectUri: string): boolean {
  const judgement = judgeRedirectUri(redirectUri);
  if (judgement.verdict === 'allowed') return false;
  return judgement.code === 'redirect_uri_insecure' || judgement.code === 'redirect_uri_localhost';
}

/** A redirect URI with parameters added to its query; the rest is unchanged. */
export function withQuery(redirectUri: string, parameters: URLSearchParams): string {
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`;
}
