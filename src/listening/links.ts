import type { Image } from './item.ts';
import { toFields, toList } from './wire.ts';

/** Returns the link if it leads to open.spotify.com, otherwise undefined. A link in an answer must not lead anywhere else. */
export function spotifyLink(link: unknown): string | undefined {
  const url = typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
  return url?.origin === 'https://open.spotify.com' && !url.username && !url.password ? url.href : undefined;
}

/** The pictures that have an address with http or https. The host is not checked here. */
export function usableImages(images: unknown): readonly Image[] {
  return toList(images, (image) => {
    const { url, width } = toFields(image) ?? {};
    if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return undefined;
    return { url, width: typeof width === 'number' ? width : null };
  });
}

/**
 * The address of the picture to show: the smallest one with enough pixels, otherwise the first, which is Spotify's widest. The
 * host is not checked here: check it with `isSpotifyImage` before you show the picture.
 * @param minWidth pixels. Default: enough for a small picture on a high-density screen
 */
export function imageLink(images: readonly Image[], minWidth = 100): string | undefined {
  const wide = images.filter(({ width }) => (width ?? 0) >= minWidth);
  return wide.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))[0]?.url ?? images[0]?.url;
}
