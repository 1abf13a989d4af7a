/**
 * The hosts of Spotify's artwork and profile pictures. Pictures from other hosts are not shown. Spotify does not document
 * these hosts, so the list has those that appear in its answers.
 */
export const spotifyImageHosts = [
  'i.scdn.co',
  'mosaic.scdn.co',
  'image-cdn-ak.spotifycdn.com',
  'image-cdn-fa.spotifycdn.com',
] as const;

/** Whether `url` is on one of `spotifyImageHosts`, with https, the default port, and no user name or password. */
export function isSpotifyImage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return (
    protocol === 'https:' && !username && !password && spotifyImageHosts.some((spotifyHost) => spotifyHost === host)
  );
}

/**
 * Whether a picture may be shown: it is on one of `spotifyImageHosts`, or on the server that answers instead of Spotify.
 * @param ownOrigin the origin of that server, an emulator or a test server; undefined for Spotify
 */
export function mayShowImage(url: string, ownOrigin: string | undefined): boolean {
  return isSpotifyImage(url) || (URL.canParse(url) && new URL(url).origin === ownOrigin);
}
