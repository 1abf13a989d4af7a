import { fitText, wrapText } from '../text/fit-text.ts';
import { cardWidth } from '../look.ts';
import { drawCard, padding } from './draw-card.ts';
import { secondStyle } from './draw-row.ts';
import { drawText, type TextStyle } from './draw-text.ts';

/** An option that is not understood. */
export interface WrongOption {
  /** As it was given: `theme=drak`. Clean text. */
  readonly given: string;
  /** A sentence: `theme is auto, light or dark.` */
  readonly allowed: string;
}

/** How many are shown. */
const most = 3;

/** Says how many there are beyond those that are named, if there are any. */
export const countMore = (wrong: readonly WrongOption[], named: number): readonly string[] =>
  wrong.length > named ? [`and ${wrong.length - named} more`] : [];

/** A card that says which options are wrong, instead of a broken picture. Without Spotify's logo: nothing is from Spotify. */
export function drawWrongOptions(wrong: readonly WrongOption[]): string {
  const textWidth = cardWidth.default - 2 * padding;
  let y: number = padding;
  let body = '';
  const write = (text: string, height: number, style: TextStyle) => {
    body += drawText(text, padding, y + style.size + 1, textWidth, style);
    y += height;
  };
  const title = `Option${wrong.length > 1 ? 's' : ''} not understood`;
  write(title, 22, { size: 14, bold: true });
  y += 14;
  const shownOptions = wrong.slice(0, most);
  for (const { given, allowed } of shownOptions) {
    // A letter of a monospaced font takes as much as a wide one of another.
    write(fitText(given, textWidth * 0.92, { size: 13, bold: true }), 22, { size: 13, mono: true });
    for (const line of wrapText(allowed, textWidth, { size: 13 })) write(line, 19, secondStyle);
    y += 10;
  }
  const more = countMore(wrong, most);
  for (const line of more) write(line, 26, secondStyle);
  const description = [...shownOptions.map(({ given, allowed }) => `${given}: ${allowed}`), ...more].join(' ');
  return drawCard({ height: y + 4, look: {}, title, description, body });
}
