/** The redirect URI of a page: as it is sent, and as it is to be registered. */
export interface OwnRedirectUri {
  readonly sent: string;
  /** The same, but on http loopback without the port: registered so, it takes any port. */
  readonly registered: string;
}

/**
 * The redirect URI of the page at `pageUrl`: its own folder with the last slash, no query, no `index.html`. Whether
 * Spotify takes it is judged in `redirect-uri.ts`, whose rules the page's first script has no room for.
 */
export function ownRedirectUriOf(pageUrl: string): OwnRedirectUri {
  const { protocol, host, hostname, pathname } = new URL(pageUrl);
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  const anyPort = protocol === 'http:' && /^(127\.0\.0\.1|\[::1\])$/.test(hostname);
  return { sent: `${protocol}//${host}${folder}`, registered: `${protocol}//${anyPort ? hostname : host}${folder}` };
}
