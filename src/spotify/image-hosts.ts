/** The hosts that Spotify serves artwork and account pictures from; nothing else is shown. */
export const spotifyImageHosts = [
  'i.scdn.co',
  'mosaic.scdn.co',
  'image-cdn-ak.spotifycdn.com',
  'image-cdn-fa.spotifycdn.com',
] as const;

/** Whether `url` is a picture on one of `spotifyImageHosts`: https, the default port, no name or password. */
export function isSpotifyImage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && !username && !password && spotifyImageHosts.some((known) => known === host);
}
