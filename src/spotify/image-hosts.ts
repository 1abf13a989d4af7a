/**
 * The hosts that Spotify serves artwork and profile pictures from. Pictures from other hosts are not shown. Spotify
 * does not document these hosts: they are the ones seen in its answers.
 */
export const spotifyImageHosts = [
  'i.scdn.co',
  'mosaic.scdn.co',
  'image-cdn-ak.spotifycdn.com',
  'image-cdn-fa.spotifycdn.com',
] as const;

/** Whether `url` is a picture on one of `spotifyImageHosts`: https, default port, no user name or password. */
export function isSpotifyImage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return (
    protocol === 'https:' && !username && !password && spotifyImageHosts.some((spotifyHost) => spotifyHost === host)
  );
}
