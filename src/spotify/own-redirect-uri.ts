/** The redirect URI of a page: as it is sent to Spotify, and as it is registered in the dashboard. */
export interface OwnRedirectUri {
  readonly sent: string;
  /** The same, but without the port if it is http on loopback: registered without a port, it matches any port. */
  readonly registered: string;
}

/**
 * The redirect URI of the page at `pageUrl`: the folder of the page with its final slash, without query and
 * `index.html`. Whether Spotify accepts it is judged in `redirect-uri.ts`, which is too large for the page's first
 * script.
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function ownRedirectUriOf(pageUrl: string): OwnRedirectUri {
  const { protocol, host, hostname, pathname } = new URL(pageUrl);
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  const matchesAnyPort = protocol === 'http:' && /^(127\.0\.0\.1|\[::1\])$/.test(hostname);
  return {
    sent: `${protocol}//${host}${folder}`,
    registered: `${protocol}//${matchesAnyPort ? hostname : host}${folder}`,
  };
}
