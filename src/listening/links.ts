import type { WireImage } from './wire.ts';

/** The link, if it leads to an item on open.spotify.com; undefined for any other, for it may come from anybody. */
export function spotifyLink(link: string | undefined): string | undefined {
  const url = link !== undefined && URL.canParse(link) ? new URL(link) : undefined;
  return url?.origin === 'https://open.spotify.com' && !url.username && !url.password ? url.href : undefined;
}

/** Pixels across that a small picture needs on a dense screen. */
const wideEnough = 100;

/**
 * The address of the picture to show: the smallest that is wide enough, else the first. Only http and https pass; whether
 * the host is one of Spotify's is for whoever shows it to judge (`isSpotifyImage`).
 */
export function imageLink(images: readonly WireImage[]): string | undefined {
  const usable = images.filter(({ url }) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
  const wide = usable.filter(({ width }) => (width ?? 0) >= wideEnough);
  return wide.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))[0]?.url ?? usable[0]?.url;
}
