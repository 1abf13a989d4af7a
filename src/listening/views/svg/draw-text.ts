import { escapeMarkup, isRightToLeft } from '../text/clean-text.ts';
import type { Font } from '../text/measure-text.ts';

export interface TextStyle extends Font {
  /** Default: `text`. */
  readonly tone?: 'text' | 'soft' | 'accent';
  /** Whether the text ends at the right edge of its box. */
  readonly atEnd?: boolean;
  readonly mono?: boolean;
}

const monospace = 'ui-monospace,Menlo,Consolas,monospace';

/**
 * One line of text in a box of its own: `x` is the left edge, `y` the baseline, all in pixels. The box is a nested `<svg>`,
 * which clips: a font that is wider than expected cannot leave it, in any renderer. The direction is set inside the text,
 * because resvg draws nothing for `direction="rtl"`.
 */
export function drawText(text: string, x: number, y: number, boxWidth: number, style: TextStyle): string {
  if (!text || boxWidth <= 0) return '';
  const { size, bold, tone = 'text', atEnd, mono } = style;
  const width = round(boxWidth);
  const baseline = size + 1;
  const directed = isRightToLeft(text) ? `\u2067${text}\u2069` : text;
  return (
    `<svg x="${round(x)}" y="${y - baseline}" width="${width}" height="${baseline + 6}">` +
    `<text class="rf-${tone}"${atEnd ? ` x="${width}" text-anchor="end"` : ''} y="${baseline}"` +
    ` font-size="${size}"${bold ? ' font-weight="600"' : ''}${mono ? ` font-family="${monospace}"` : ''}>` +
    `${escapeMarkup(directed)}</text></svg>`
  );
}

/** Two decimals are enough for any screen. */
export const round = (number: number): number => Math.round(number * 100) / 100;
