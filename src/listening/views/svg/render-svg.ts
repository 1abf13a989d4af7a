import type { Answer } from '../../answer.ts';
import { layoutOf, type Look } from '../look.ts';
import { drawListCard } from './list-card.ts';
import { drawSingleCard } from './single-card.ts';

/** The answer as a card: a whole SVG document, well-formed for all names. */
export function renderSvg(answer: Answer, look: Look = {}): string {
  return layoutOf(look, answer.list) === 'single' ? drawSingleCard(answer, look) : drawListCard(answer, look);
}
