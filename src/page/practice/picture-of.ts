import { drawCover } from '../../emulator/web-api/cover.ts';
import { encodePng } from '../../emulator/web-api/png.ts';

/** Pixels: enough for a small picture on a high-density screen. */
const size = 160;

/** A made-up picture as a `data:` URI, which the policy of the page allows. Undefined for any other address. */
export function pictureOf(address: string): string | undefined {
  const [, id] = /\/artwork\/(\w+)\//.exec(address) ?? [];
  if (id === undefined) return undefined;
  return `data:image/png;base64,${btoa(String.fromCharCode(...encodePng(drawCover(id, size))))}`;
}
