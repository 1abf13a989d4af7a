import type { Answer } from '../../answer.ts';
import { fitText } from '../text/fit-text.ts';
import { limitOf, type Look } from '../look.ts';
import { measureText } from '../text/measure-text.ts';
import { describeShown, prepare, type Notice, type Shown } from '../shown.ts';
import { drawCard, innerWidthOf, padding } from './draw-card.ts';
import {
  artworkSide,
  drawRow,
  firstBaseline,
  nameStyle,
  rowHeight,
  secondBaseline,
  secondStyle,
  smallStyle,
  type Column,
} from './draw-row.ts';
import { drawText, round } from './draw-text.ts';
import { drawLogo, drawSign, drawSquare, logoWidth, withArtworkClip } from './shapes.ts';

/** The top of the first row. */
const top = padding + 22 + 16;
/** The space below artwork in a row. */
const rowGap = rowHeight - artworkSide;

/** A heading, Spotify's logo, and one row for each item. */
export function drawListCard(answer: Answer, look: Look): string {
  const shown = prepare(answer, look);
  const width = innerWidthOf(look);
  const { body, height } = drawContent(shown, look, width);
  return drawCard({
    height,
    look,
    title: shown.title,
    description: describeShown(shown),
    body: drawHeading(shown, width) + body,
  });
}

function drawHeading({ heading, detail }: Shown, width: number): string {
  const end = width - padding - logoWidth - 11;
  const x = padding + Math.ceil(measureText(heading, nameStyle)) + 8;
  return (
    drawText(heading, padding, padding + 17, end - padding, nameStyle) +
    drawText(fitText(detail, end - x, secondStyle), x, padding + 17, end - x, secondStyle) +
    drawLogo(width, padding)
  );
}

function drawContent({ rows, isRanked, notice, asOf, answer }: Shown, look: Look, width: number) {
  const count = notice ? limitOf(look) : rows.length;
  const artwork = padding + (isRanked ? (count > 9 ? 30 : 22) : 0);
  const start = artwork + (look.artwork === false ? 0 : artworkSide + 12);
  const column = { artwork, start, end: width - padding, covers: look.covers };
  if (notice && answer.state === 'warming') {
    return { body: drawEmptyRows(notice, count, column), height: top + count * rowHeight - rowGap + padding };
  }
  if (notice) {
    const body =
      drawSign(padding, top, artworkSide) +
      drawNotice(notice, top, { ...column, start: padding + artworkSide + 12 }, true);
    return { body, height: top + artworkSide + padding };
  }
  const drawn = rows.map((row, at) => drawRow(row, isRanked ? `${at + 1}` : '', top + at * rowHeight, column)).join('');
  const body = withArtworkClip(drawn, artworkSide);
  const end = top + rows.length * rowHeight;
  if (!asOf) return { body, height: end - rowGap + padding };
  const line = drawText(`As of ${asOf.short}`, padding, end + 13, width - 2 * padding, smallStyle);
  return { body: body + line, height: end + 18 + 12 };
}

/** Two lines beside a square. */
const drawNotice = ([title, text]: Notice, y: number, { start, end }: Column, bold: boolean): string =>
  drawText(title, start, y + firstBaseline, end - start, { ...nameStyle, bold }) +
  drawText(text, start, y + secondBaseline, end - start, secondStyle);

/** The lengths of the first line of empty rows, as shares of the column. */
const emptyRows = [0.44, 0.62, 0.5, 0.7];

/** As high as the rows that will come, so nothing on the page jumps then. The first row has the notice. */
function drawEmptyRows(notice: Notice, count: number, column: Column): string {
  const { artwork, start, end } = column;
  const bar = (y: number, share: number, height: number) =>
    `<rect class="rf-track" x="${start}" y="${y}" width="${round((end - start) * share)}" height="${height}" rx="2"/>`;
  const rows = Array.from({ length: count }, (_, at) => {
    const y = top + at * rowHeight;
    const length = emptyRows[at % emptyRows.length] ?? 0;
    const text = at ? bar(y + 5, length, 10) + bar(y + 25, 0.36, 9) : drawNotice(notice, y, column, false);
    const square = start > artwork ? drawSquare(artwork, y, artworkSide) : '';
    return `<g opacity="${round(0.72 ** at)}">${square}${text}</g>`;
  });
  return rows.join('');
}
