import type { Answer } from '../answer.ts';
import { imageWidths, pickImage } from './images.ts';
import { itemOf, layoutOf, limitOf, type Look } from './look.ts';
import { prepare } from './shown.ts';

/** The addresses of the artwork in the card of an answer, each once: what `look.covers` should hold. */
export function coverAddresses(answer: Answer, look: Look = {}): readonly string[] {
  if (look.artwork === false) return [];
  const isSingle = layoutOf(look, answer.list) === 'single';
  const [first, count] = isSingle ? [itemOf(look) - 1, 1] : [0, limitOf(look)];
  const width = isSingle ? imageWidths.single : imageWidths.row;
  const addresses = prepare(answer, look, first, count).rows.map(({ item }) => pickImage(item, width));
  return [...new Set(addresses)].filter((address) => address !== null);
}
