import { logoPath } from '../logo-path.ts';
import { padding } from './draw-card.ts';
import { round } from './draw-text.ts';

/** Small drawings, placed by their top left corner. */

const explicitPath =
  'M3 0h8a3 3 0 013 3v8a3 3 0 01-3 3H3a3 3 0 01-3-3V3a3 3 0 013-3m1.8 3.5v7h4.6V9.1H6.5V7.7h2.6V6.3H6.5V4.9h2.9V3.5';

/** The badge E for explicit, 14 by 14 pixels. */
export const drawExplicit = (x: number, y: number): string =>
  `<path class="rf-soft" transform="translate(${round(x)} ${y})" fill-rule="evenodd" d="${explicitPath}"/>`;

/** What moves, and only for readers who have not asked for less motion. */
export const drawMotion = (css: string): string =>
  `<style>@media(prefers-reduced-motion:no-preference){${css}}</style>`;

/** Three bars, 13 by 11 pixels: it plays now. They move for 4.8 seconds and rest. @see https://www.w3.org/TR/WCAG22/#pause-stop-hide */
export function drawBars(x: number, y: number): string {
  const bars = [5, 11, 8].map(
    (height, at) =>
      `<rect class="rf-bar rf-bar${at}" x="${at * 5}" y="${11 - height}" width="3" height="${height}" rx="1"/>`,
  );
  return `${drawMotion(barsMotion)}<g class="rf-accent" transform="translate(${round(x)} ${y})">${bars.join('')}</g>`;
}

const barsMotion =
  '.rf-bar{transform-box:fill-box;transform-origin:0 100%;animation:rf-bar .6s ease-in-out 8 alternate}' +
  '.rf-bar1{animation-delay:-.25s}.rf-bar2{animation-delay:-.45s}@keyframes rf-bar{to{transform:scaleY(.35)}}';

/** Two bars, 11 by 11 pixels: paused. */
export const drawPause = (x: number, y: number): string =>
  `<path class="rf-soft" transform="translate(${x} ${y})" d="M1.5 0h3v11h-3zM8 0h3v11H8z"/>`;

/** The size of Spotify's logo in pixels: at least 70 wide, by its rules. */
export const logoWidth = 72;

/** At the right edge of a card of this width. */
export const drawLogo = (cardWidth: number, y: number): string =>
  `<svg x="${cardWidth - padding - logoWidth}" y="${y}" width="${logoWidth}" height="22.5" viewBox="0 0 1280 400"><path class="rf-logo" d="${logoPath}"/></svg>`;

const note = 'M20.6 11v13.2a4.3 3.3 -20 1 1 -1.4 -2.3V11z';
const rest = 'M9 16.5h22v1H9zM14 17.5h12v6H14z';

/** The square for artwork, with a hairline outside it: a white cover keeps its edge. */
export const drawSquare = (x: number, y: number, side: number): string =>
  `<rect class="rf-track rf-edge" x="${x - 0.5}" y="${y - 0.5}" width="${side + 1}" height="${side + 1}" rx="4.5"/>`;

/** A square with a rest: nothing to play. With a note: artwork is missing. */
export const drawSign = (x: number, y: number, side: number, sign = rest): string =>
  `${drawSquare(x, y, side)}<path class="rf-sign" transform="translate(${x} ${y}) scale(${round(side / 40)})" d="${sign}"/>`;

const picture = /^data:image\/(jpeg|png|webp);base64,[a-zA-Z\d+/]+={0,2}$/;

/** Artwork, whole, with nothing on it. A note if there is none, or if it is not a picture inside the SVG. */
export function drawArtwork(cover: string | undefined, x: number, y: number, side: number): string {
  if (cover === undefined || !picture.test(cover)) return drawSign(x, y, side, note);
  return (
    `${drawSquare(x, y, side)}<g transform="translate(${x} ${y})" clip-path="url(#${clipId(side)})">` +
    `<image width="${side}" height="${side}" href="${cover}"/></g>`
  );
}

/** Adds the clip for the rounded corners, if there is artwork of this size. */
export const withArtworkClip = (drawn: string, side: number): string =>
  drawn.includes('<image')
    ? `<clipPath id="${clipId(side)}"><rect width="${side}" height="${side}" rx="4"/></clipPath>${drawn}`
    : drawn;

const clipId = (side: number): string => `rf-art${side}`;
