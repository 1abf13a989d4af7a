import { fitText, wrapText } from '../text/fit-text.ts';
import type { Look } from '../look.ts';
import { drawCard, innerWidthOf, padding } from './draw-card.ts';
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

/** A card that says which options are wrong, instead of a broken picture. Without Spotify's logo: nothing is from Spotify. */
export function drawWrongOptions(wrong: readonly WrongOption[], look: Look = {}): string {
  const width = innerWidthOf(look);
  let y: number = padding;
  let body = '';
  const write = (text: string, height: number, style: TextStyle) => {
    body += drawText(text, padding, y + style.size + 1, width - 2 * padding, style);
    y += height;
  };
  write(`Option${wrong.length > 1 ? 's' : ''} not understood`, 22, { size: 14, bold: true });
  y += 14;
  const shownOptions = wrong.slice(0, most);
  const rest = wrong.length > most ? `and ${wrong.length - most} more` : '';
  for (const { given, allowed } of shownOptions) {
    // A letter of a monospaced font takes as much as a wide one of another.
    const shown = fitText(given, (width - 2 * padding) * 0.92, { size: 13, bold: true });
    write(shown, 22, { size: 13, mono: true });
    for (const line of wrapText(allowed, width - 2 * padding, { size: 13 })) write(line, 19, secondStyle);
    y += 10;
  }
  if (rest) write(rest, 26, secondStyle);
  return drawCard({
    height: y + 4,
    look,
    title: 'This card has an option that is not understood',
    description: shownOptions.map(({ given, allowed }) => `${given}: ${allowed}`).join(' ') + (rest && ` ${rest}.`),
    body,
  });
}
