import type { PageContext } from '../../shared/page-context.ts';

let pageOf: PageContext | undefined;

/** Lets `pictureAt` find the made-up pictures of practice. */
export function initPictures(page: PageContext): void {
  pageOf = page;
}

/** Where the browser finds a picture: its address, or for a made-up one all of it as a `data:` URI. */
export const pictureAt = (address: string): string => pageOf?.practice()?.pictureOf(address) ?? address;
