import type { WireImage } from './wire.ts';

/** The link if it leads to open.spotify.com, else undefined: a link in an answer must not lead anywhere else. */
export function spotifyLink(link: string | undefined): string | undefined {
  const url = link !== undefined && URL.canParse(link) ? new URL(link) : undefined;
  return url?.origin === 'https://open.spotify.com' && !url.username && !url.password ? url.href : undefined;
}

/** Pixels. Enough for a small picture on a high-density screen. */
const minWidth = 100;

/**
 * The address of the picture to show: the smallest one with enough pixels, else the first. Only http and https are
 * accepted. The host is not checked here: check it with `isSpotifyImage` before you show the picture.
 */
export function imageLink(images: readonly WireImage[]): string | undefined {
  const usable = images.filter(({ url }) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
  const wide = usable.filter(({ width }) => (width ?? 0) >= minWidth);
  return wide.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))[0]?.url ?? usable[0]?.url;
}
