import { segmentsOf } from './clean-text.ts';
import { measureText, takeWidth, type Font } from './measure-text.ts';

const ellipsis = '…';

const fits = (text: string, width: number, font: Font): boolean => takeWidth(text, width, font) === text;

/** Returns the text if it fits into `width` pixels, otherwise as much of it as fits before an ellipsis. */
export function fitText(text: string, width: number, font: Font): string {
  if (fits(text, width, font)) return text;
  const start = takeWidth(text, width - measureText(ellipsis, font), font);
  return `${start.replace(/[\s\p{Ps}\p{Pd},;:·]+$/u, '')}${ellipsis}`;
}

/** Whole names as far as they fit, then how many more there are: `Tola, Rosa Delmar +3`. */
export function fitNames(names: readonly string[], width: number, font: Font): string {
  let best = '';
  for (let count = 1; count <= names.length; count += 1) {
    const start = names.slice(0, count).join(', ');
    if (!fits(start, width, font)) break;
    const text = start + more(names.length - count);
    if (fits(text, width, font)) best = text;
  }
  const [first] = names;
  if (best || first === undefined) return best;
  const others = more(names.length - 1);
  return fitText(first, width - measureText(others, font), font) + others;
}

const more = (count: number): string => (count ? ` +${count}` : '');

/**
 * Matches the two characters around a place where a line must not break: after an opening bracket or quote, and inside
 * names such as `AC/DC`, `P!nk` and `A$AP`; before a space, a closing bracket or quote, and other punctuation.
 */
const unbreakable = /^(?:[\p{Ps}\p{Pi}\p{Sc}"'#@¿¡!&/]|[^][\s\p{Pe}\p{Pf}\p{Pd},.:;!?…·/]|\S[\p{Po}\p{Sc}])/u;

/**
 * A text on one line, or on two lines of about the same width. It breaks between words, keeps punctuation beside its word,
 * and breaks inside a word only if the text is cut anyway and the first line would be nearly empty.
 */
export function wrapText(text: string, width: number, font: Font): string[] {
  if (fits(text, width, font)) return [text];
  const end = breakBetweenWords(text, width, font) || takeWidth(text, width, font).length;
  return [text.slice(0, end).trimEnd(), fitText(text.slice(end).trimStart(), width, font)];
}

/** The index of the second line; 0 if no break leaves enough on the first line. */
function breakBetweenWords(text: string, width: number, font: Font): number {
  let last = 0;
  let even = 0;
  let narrowest = Infinity;
  for (const { index } of segmentsOf(text, 'word')) {
    if (index === 0 || unbreakable.test(text.slice(index - 1))) continue;
    const start = text.slice(0, index).trimEnd();
    if (!fits(start, width, font)) break;
    last = index;
    const rest = text.slice(index);
    if (!fits(rest, width, font)) continue;
    const wider = Math.max(measureText(start, font), measureText(rest, font));
    if (wider < narrowest) [narrowest, even] = [wider, index];
  }
  return even || (measureText(text.slice(0, last), font) < width * 0.4 ? 0 : last);
}
