import type { Item } from '../item.ts';

/** The width in pixels that a picture should have at least: in a row of a card, in a single card, on a page. */
export const imageWidths = { row: 64, single: 300, page: 100 } as const;

/** The address of the smallest picture that is wide enough, else of the first one, which is Spotify's widest. */
export function pickImage(item: Item, width: number): string | null {
  const wide = item.images.filter((image) => (image.width ?? 0) >= width);
  const narrowest = wide.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))[0];
  const { url } = narrowest ?? item.images[0] ?? {};
  return url !== undefined && /^https?:\/\//.test(url) ? url : null;
}
