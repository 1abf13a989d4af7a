import { isRightToLeft } from '../text/clean-text.ts';
import { fitNames, fitText } from '../text/fit-text.ts';
import { imageWidths, pickImage } from '../images.ts';
import { measureText } from '../text/measure-text.ts';
import type { Row } from '../shown.ts';
import { padding } from './draw-card.ts';
import { drawText, type TextStyle } from './draw-text.ts';
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
}

export const nameStyle: TextStyle = { size: 14, bold: true };
export const secondStyle: TextStyle = { size: 13, tone: 'soft' };
export const smallStyle: TextStyle = { size: 12, tone: 'soft' };

/** The baselines of the two lines of a row, and of a single line in the middle, in pixels from the top of the row. */
export const firstBaseline = 15;
export const secondBaseline = 34;
const onlyBaseline = 25;

/**
 * One row: the name on the first line; badge, artists and time on the second; name and time on one line if there is
 * nothing else to say. A name that runs from right to left mirrors what is beside the artwork.
 */
export function drawRow(row: Row, rank: string, y: number, column: Column): string {
  const { name, secondLine, item } = row;
  const { artwork, start, end, covers } = column;
  const atEnd = isRightToLeft(name);
  const hasSecond = secondLine.length > 0 || item.explicit;
  const draw = (text: string, from: number, width: number, baseline: number, style: TextStyle) =>
    drawText(text, atEnd ? end - from - width : start + from, y + baseline, width, { ...style, atEnd });
  const time = drawTime(row, atEnd ? start : end, y + (hasSecond ? secondBaseline : onlyBaseline), atEnd);
  const badge = item.explicit ? 19 : 0;
  const free = end - start - (time.width && time.width + (hasSecond ? 8 : 12));
  const nameWidth = hasSecond ? end - start : free;
  const cover = covers?.get(pickImage(item, imageWidths.row) ?? '');
  return (
    drawText(rank, padding, y + onlyBaseline, artwork - padding - 4, secondStyle) +
    (start > artwork ? drawArtwork(cover, artwork, y, artworkSide) : '') +
    draw(fitText(name, nameWidth, nameStyle), 0, nameWidth, hasSecond ? firstBaseline : onlyBaseline, nameStyle) +
    (badge ? drawExplicit(atEnd ? end - 14 : start, y + 23) : '') +
    (hasSecond
      ? draw(fitNames(secondLine, free - badge, secondStyle), badge, free - badge, secondBaseline, secondStyle)
      : '') +
    time.svg
  );
}

/** The time at the far end of a line, or that it plays now. `edge` is its left or right edge; `y` is the baseline. */
function drawTime({ player, played }: Row, edge: number, y: number, atStart: boolean) {
  const isPlaying = player === 'playing';
  const text = isPlaying ? 'now' : (played?.short ?? '');
  if (!text) return { svg: '', width: 0 };
  const bars = isPlaying ? 18 : 0;
  const textWidth = Math.ceil(measureText(text, smallStyle) * 1.1) + 2;
  const width = bars + textWidth;
  const x = atStart ? edge : edge - width;
  const style: TextStyle = { ...smallStyle, tone: isPlaying ? 'accent' : 'soft', atEnd: !atStart };
  const svg = drawText(text, x + bars, y, textWidth, style);
  return { svg: (isPlaying ? drawBars(x, y - 10) : '') + svg, width };
}
