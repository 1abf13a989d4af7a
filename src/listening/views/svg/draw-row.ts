import { isRightToLeft } from '../clean-text.ts';
import { imageWidths, pickImage } from '../images.ts';
import type { Row } from '../shown.ts';
import { padding } from './draw-card.ts';
import { drawText, type TextStyle } from './draw-text.ts';
import { fitNames, fitText } from './fit-text.ts';
import { measureText } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { drawArtwork, drawBars, drawExplicit } from './shapes.ts';

/** Pixels from one row to the next, and the side of the artwork. */
export const rowHeight = 52;
export const artworkSide = 40;

/** What the rows of a card have in common. Numbers are pixels from the left edge of the card. */
export interface Column {
  /** The left edge of the artwork, after the ranks. */
  readonly artwork: number;
  /** The left edge of the text. The same as `artwork` if there is none. */
  readonly start: number;
  /** The right edge of the text. */
  readonly end: number;
  readonly covers: ReadonlyMap<string, string> | undefined;
  readonly palette: Palette;
}

/** The fonts of a row. */
export const nameStyle = { size: 14, bold: true } as const;
export const secondStyle = { size: 13, tone: 'soft' } as const;
const timeStyle = { size: 12, tone: 'soft' } as const;

/** Pixels between the top of a line and its baseline, and the height of its box. */
export const lines = {
  first: { top: 0, height: 21, baseline: 15 },
  second: { top: 21, height: 19, baseline: 13 },
  only: { top: 9, height: 22, baseline: 16 },
} as const;
type Line = (typeof lines)[keyof typeof lines];

/**
 * One row: the name on the first line; badge, artists and time on the second; name and time on one line if there is
 * nothing else to say. A name that runs from right to left mirrors what is beside the artwork.
 */
export function drawRow(row: Row, rank: string, y: number, column: Column): string {
  const { name, secondLine, item } = row;
  const { artwork, start, end, covers, palette } = column;
  const width = end - start;
  const isMirrored = isRightToLeft(name);
  const hasSecond = secondLine.length > 0 || item.explicit;
  const [first, second] = hasSecond ? [lines.first, lines.second] : [lines.only, lines.only];
  const draw = (text: string, from: number, length: number, line: Line, style: Omit<TextStyle, 'baseline'>) => {
    const x = isMirrored ? end - from - length : start + from;
    const box = { x, y: y + line.top, width: length, height: line.height };
    return drawText(text, box, { ...style, baseline: line.baseline }, palette);
  };
  const cover = pickImage(item, imageWidths.row);
  const time = drawTime(row, isMirrored ? start : end, y + second.top, second, isMirrored, palette);
  const gap = time.width && (hasSecond ? 8 : 12);
  const nameWidth = hasSecond ? width : width - time.width - gap;
  const badge = item.explicit ? 19 : 0;
  const byWidth = width - badge - time.width - gap;
  const by = { ...secondStyle, atEnd: isMirrored };
  return (
    drawRank(rank, y, artwork, palette) +
    (start > artwork
      ? drawArtwork(cover === null ? undefined : covers?.get(cover), artwork, y, artworkSide, palette)
      : '') +
    draw(fitText(name, nameWidth, nameStyle), 0, nameWidth, first, { ...nameStyle, atEnd: isMirrored }) +
    (badge ? drawExplicit(isMirrored ? end - 14 : start, y + 23, palette) : '') +
    (hasSecond ? draw(fitNames(secondLine, byWidth, secondStyle), badge, byWidth, second, by) : '') +
    time.svg
  );
}

function drawRank(rank: string, y: number, artwork: number, palette: Palette): string {
  const { top, height, baseline } = lines.only;
  const box = { x: padding, y: y + top, width: artwork - padding - 4, height };
  return drawText(rank, box, { ...secondStyle, baseline }, palette);
}

/** The time at the far end of a line, or that it plays now. `edge` is its left or right edge; `y` the top of the line. */
function drawTime(row: Row, edge: number, y: number, line: Line, atStart: boolean, palette: Palette) {
  const isPlaying = row.player === 'playing';
  const text = isPlaying ? 'now' : row.player ? '' : (row.played?.short ?? '');
  if (!text) return { svg: '', width: 0 };
  const bars = isPlaying ? 18 : 0;
  const textWidth = Math.ceil(measureText(text, timeStyle) * 1.1) + 2;
  const width = bars + textWidth;
  const x = atStart ? edge : edge - width;
  const box = { x: x + bars, y, width: textWidth, height: line.height };
  const tone = isPlaying ? 'accent' : 'soft';
  const svg = drawText(text, box, { ...timeStyle, tone, baseline: line.baseline, atEnd: !atStart }, palette);
  return { svg: (isPlaying ? drawBars(x, y + line.baseline - 10, palette) : '') + svg, width };
}
