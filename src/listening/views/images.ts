import type { Item } from '../item.ts';
import { imageLink } from '../links.ts';

/** The width in pixels that a picture should have at least: in a row of a card, in a single card, on a page. */
export const imageWidths = { row: 64, single: 300, page: 100 } as const;

/** The address of the picture to show, if it can be one. */
export function pickImage(item: Item, width: number): string | null {
  const url = imageLink(item.images, width);
  return url !== undefined && /^https?:\/\//.test(url) ? url : null;
}
