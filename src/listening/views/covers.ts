import type { Answer } from '../answer.ts';
import { imageWidths, pickImage } from './images.ts';
import { layoutOf, type Look } from './look.ts';
import { prepare } from './shown.ts';

/** The addresses of the artwork in the card of an answer, each once: what `look.covers` should hold. */
export function coverAddresses(answer: Answer, look: Look = {}): readonly string[] {
  if (look.artwork === false) return [];
  const layout = layoutOf(look, answer.list);
  const width = layout === 'single' ? imageWidths.single : imageWidths.row;
  const addresses = prepare(answer, look, layout).rows.map(({ item }) => pickImage(item, width));
  return [...new Set(addresses)].filter((address) => address !== null);
}
