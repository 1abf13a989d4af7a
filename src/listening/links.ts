import type { Image } from './item.ts';
import type { WireImage } from './wire.ts';

/** The link if it leads to open.spotify.com, else undefined: a link in an answer must not lead anywhere else. */
export function spotifyLink(link: string | undefined): string | undefined {
  const url = link !== undefined && URL.canParse(link) ? new URL(link) : undefined;
  return url?.origin === 'https://open.spotify.com' && !url.username && !url.password ? url.href : undefined;
}

/** Pixels. Enough for a small picture on a high-density screen. */
const minWidth = 100;

/** The pictures that have an address with http or https. The host is not checked here. */
export function usableImages(images: readonly WireImage[]): readonly Image[] {
  return images.flatMap(({ url, width }) =>
    URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? [{ url, width: width ?? null }] : [],
  );
}

/**
 * The address of the picture to show: the smallest one with enough pixels, else the first. The host is not checked here:
 * check it with `isSpotifyImage` before you show the picture.
 */
export function imageLink(images: readonly Image[]): string | undefined {
  const wide = images.filter(({ width }) => (width ?? 0) >= minWidth);
  return wide.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))[0]?.url ?? images[0]?.url;
}
