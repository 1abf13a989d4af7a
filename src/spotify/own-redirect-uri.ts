import { isLoopback } from './loopback.ts';

/** The redirect URI of a page. */
export interface OwnRedirectUri {
  /** As it is sent to Spotify, and as it must be registered. */
  readonly sent: string;
  /**
   * The same without its port, which by Spotify's documentation matches any port. Only if the page has a callback path
   * on loopback and its port is not the usual one.
   */
  readonly withoutPort?: string;
}

/** The port of the redirect URI that most guides to Spotify's API use. */
const usualPort = '8888';

/** The address of the page at `pageUrl`: its folder with the final slash, without query and `index.html`. */
export function ownFolderOf(pageUrl: string): string {
  const { protocol, host, pathname } = new URL(pageUrl);
  return `${protocol}//${host}${pathname.slice(0, pathname.lastIndexOf('/') + 1)}`;
}

/**
 * The redirect URI of the page at `pageUrl`: its folder, or the path that its server answers with the same page. Whether
 * Spotify accepts it is judged in `redirect-uri.ts`, which is too large for the page's first script.
 * @param callbackPath such as `/callback`
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function ownRedirectUriOf(pageUrl: string, callbackPath?: string): OwnRedirectUri {
  if (callbackPath === undefined) return { sent: ownFolderOf(pageUrl) };
  const { protocol, host, hostname, port } = new URL(pageUrl);
  const sent = `${protocol}//${host}${callbackPath}`;
  return isLoopback(hostname) && port !== usualPort
    ? { sent, withoutPort: `${protocol}//${hostname}${callbackPath}` }
    : { sent };
}
