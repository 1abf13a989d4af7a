import type { Answer } from '../../answer.ts';
import { isRightToLeft } from '../text/clean-text.ts';
import { fitNames, fitText, wrapText } from '../text/fit-text.ts';
import { imageWidths, pickImage } from '../images.ts';
import { itemOf, type Look } from '../look.ts';
import { measureText } from '../text/measure-text.ts';
import { describePlay, describeShown, prepare, type Row, type Shown } from '../shown.ts';
import { formatLength } from '../times.ts';
import { drawCard, innerWidthOf, padding } from './draw-card.ts';
import { secondStyle, smallStyle } from './draw-row.ts';
import { drawText, round, type TextStyle } from './draw-text.ts';
import {
  drawArtwork,
  drawBars,
  drawExplicit,
  drawLogo,
  drawMotion,
  drawPause,
  drawSign,
  logoWidth,
  withArtworkClip,
} from './shapes.ts';

const height = 144;

/** The places of the parts of the card, in pixels. */
interface Place {
  readonly width: number;
  /** The side of the artwork; 0 without. */
  readonly side: number;
  /** The left edge of the text, and its width. */
  readonly x: number;
  readonly textWidth: number;
  /** The left edge of the progress bar, which is below the artwork on a narrow card. */
  readonly barX: number;
}

const titleStyle: TextStyle = { size: 17, bold: true };
const byStyle: TextStyle = { size: 14, tone: 'soft' };
/** The baseline of the text at the bottom of the card. */
const foot = 125;

/** One item, with large artwork and, if it plays, its progress. */
export function drawSingleCard(answer: Answer, look: Look): string {
  const shown = prepare(answer, look, 'single');
  const [row] = shown.rows;
  const width = innerWidthOf(look);
  const isNarrow = width < 360;
  const side = look.artwork === false ? 0 : isNarrow ? 88 : 112;
  const x = padding + (side && side + 16);
  const place = { width, side, x, textWidth: width - padding - x, barX: isNarrow ? padding : x };
  const status = statusOf(shown, look);
  const logo = drawLogo(width, 15);
  const content = row ? drawItem(row, shown, look, place) : drawNotice(shown, place);
  return drawCard({
    height,
    look,
    title: shown.title.replace(shown.heading, status),
    description: describeShown(shown),
    body: drawStatus(status, row, place) + logo + content,
  });
}

/** What the item is: what the player does with it, or its place in a list. */
function statusOf({ heading, isRanked, asOf, rows: [row], answer }: Shown, look: Look): string {
  const number = itemOf(look);
  if (answer.isPractice || !row) return heading;
  if (isRanked) return `${heading.replace(/s$/, '')} no. ${number}`;
  return answer.list === 'recently-played' && number === 1 ? describePlay(row, answer, asOf !== null) : heading;
}

function drawStatus(status: string, row: Row | undefined, { x, textWidth }: Place): string {
  const isPlaying = row?.player === 'playing';
  const from = row?.player ? 18 : 0;
  const width = textWidth - from - logoWidth - 11;
  const sign = row?.player ? (isPlaying ? drawBars(x, 20) : drawPause(x, 21)) : '';
  const style: TextStyle = { ...smallStyle, tone: isPlaying ? 'accent' : 'soft' };
  return sign + drawText(status, x + from, 30, width, style);
}

function drawItem(row: Row, shown: Shown, look: Look, place: Place) {
  const { side, x, textWidth } = place;
  const { item, name, secondLine } = row;
  const cover = look.covers?.get(pickImage(item, imageWidths.single) ?? '');
  const artwork = side ? drawArtwork(cover, padding, padding, side) : '';
  const title = drawTitle(name, place);
  const atEnd = isRightToLeft(name);
  const badge = item.explicit ? 20 : 0;
  const width = textWidth - badge;
  const names = fitNames(secondLine, width, byStyle);
  const by = drawText(names, atEnd ? x : x + badge, title.end + 14, width, { ...byStyle, atEnd });
  return (
    withArtworkClip(artwork, side) +
    title.svg +
    (badge ? drawExplicit(atEnd ? x + textWidth - 14 : x, title.end + 3) : '') +
    by +
    (drawProgress(row, place) ?? drawFoot(row, shown, place))
  );
}

/** The title on one line or two; `end` is the top of the next line. */
function drawTitle(name: string, { x, textWidth: width }: Place) {
  const lines = wrapText(name, width, titleStyle);
  const style = { ...titleStyle, atEnd: isRightToLeft(name) };
  const isTwo = lines.length > 1;
  const drawn = lines.map((line, at) => drawText(line, x, (isTwo ? 61 : 72) + at * 21, width, style));
  return { svg: drawn.join(''), end: isTwo ? 88 : 79 };
}

/** The bar is the elapsed time, and only the length is written: a number would go out of date on the screen. */
function drawProgress({ player, progress }: Row, { width, barX }: Place): string | undefined {
  if (!progress) return undefined;
  const isPlaying = player === 'playing';
  const length = formatLength(progress.length);
  const lengthWidth = Math.ceil(measureText(length, smallStyle) * 1.1) + 1;
  const bar = width - padding - barX - lengthWidth - 10;
  const shift = round((progress.elapsed / progress.length - 1) * bar);
  const motion =
    `.rf-progress{animation:rf-progress ${Math.round(progress.length - progress.elapsed)}ms linear both}` +
    `@keyframes rf-progress{from{transform:translate(${shift}px)}to{transform:translate(0)}}`;
  return (
    (isPlaying ? drawMotion(motion) : '') +
    `<clipPath id="rf-bars"><rect width="${bar}" height="4" rx="2"/></clipPath>` +
    `<g transform="translate(${barX} 119)" clip-path="url(#rf-bars)">` +
    `<rect class="rf-track" width="${bar}" height="4"/>` +
    `<rect class="rf-${isPlaying ? 'accent' : 'soft'} rf-progress" width="${bar}" height="4" transform="translate(${shift})"/></g>` +
    drawText(length, width - padding - lengthWidth, foot, lengthWidth, { ...smallStyle, atEnd: true })
  );
}

/** When it was played, or the period of a top list. It is where the bar would be. */
function drawFoot({ played }: Row, { asOf, isRanked, detail }: Shown, { x, textWidth }: Place): string {
  const time = isRanked ? detail : (played?.short ?? '');
  return drawText(asOf ? `As of ${asOf.short}` : time, x, foot, textWidth, smallStyle);
}

function drawNotice({ notice }: Shown, place: Place) {
  const [title, text] = notice ?? ['', ''];
  const { side, x, textWidth: width } = place;
  const drawn = drawTitle(title, place);
  const isLow = drawn.end > 79;
  const lines = isLow ? [fitText(text, width, secondStyle)] : wrapText(text, width, secondStyle);
  const texts = lines.map((line, at) => drawText(line, x, drawn.end + 13 + at * 18, width, secondStyle));
  return (side ? drawSign(padding, padding, side) : '') + drawn.svg + texts.join('');
}
