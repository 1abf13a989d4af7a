import { escapeMarkup } from '../clean-text.ts';
import { widthOf, type Look } from '../look.ts';
import type { Palette } from './palette.ts';

const font =
  "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif,'Apple Color Emoji','Segoe UI Emoji'";

/** The space between the edge of a card and what is in it, in pixels. */
export const padding = 16;

/** What a card without a ground leaves out of its padding; a pixel stays for the hairline round artwork. */
const cropped = padding - 1;

const hasGround = (look: Look): boolean => look.background !== 'none';

/** The width of a card before it is cropped, in pixels. */
export const innerWidthOf = (look: Look): number => widthOf(look) + (hasGround(look) ? 0 : 2 * cropped);

export interface Card {
  readonly width: number;
  readonly height: number;
  readonly look: Look;
  /** What the picture is, for screen readers. */
  readonly title: string;
  /** What it says, whole. */
  readonly description: string;
  readonly body: string;
  readonly palettes: readonly [Palette, Palette?];
  /** CSS for readers who have not asked for less motion. */
  readonly motion?: string;
}

/**
 * A whole card. Every colour is an attribute first, so a renderer without CSS shows the light card. The two IDs are not
 * in one attribute: then Chromium would have the text twice, as name and as description.
 */
export function drawCard({
  width: innerWidth,
  height: innerHeight,
  look,
  title,
  description,
  body,
  palettes,
  motion,
}: Card): string {
  const [palette, dark] = palettes;
  const crop = hasGround(look) ? 0 : cropped;
  const [width, height] = [innerWidth - 2 * crop, innerHeight - 2 * crop];
  const css =
    (dark ? `@media(prefers-color-scheme:dark){${rulesOf(dark)}}` : '') +
    (motion ? `@media(prefers-reduced-motion:no-preference){${motion}}` : '');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${crop} ${crop} ${width} ${height}" role="img" aria-labelledby="rf-title" aria-describedby="rf-desc">` +
    `<title id="rf-title">${escapeMarkup(title)}</title><desc id="rf-desc">${escapeMarkup(description)}</desc>` +
    (css ? `<style>${css}</style>` : '') +
    (crop
      ? ''
      : `<rect class="rf-ground" fill="${palette.ground}" stroke="${palette.edge}" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`) +
    `<g font-family="${font}" style="font-variant-numeric:tabular-nums">${body}</g></svg>\n`
  );
}

function rulesOf({ ground, edge, text, soft, track, sign, accent, logo }: Palette): string {
  return (
    `.rf-ground{fill:${ground};stroke:${edge}}.rf-square{fill:${track};stroke:${edge}}.rf-track{fill:${track}}` +
    `.rf-text{fill:${text}}.rf-soft{fill:${soft}}.rf-sign{fill:${sign}}.rf-accent{fill:${accent}}.rf-logo{fill:${logo}}`
  );
}

/** A text that does not change the direction of what surrounds it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
