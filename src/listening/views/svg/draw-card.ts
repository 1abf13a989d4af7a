import { escapeMarkup } from '../text/clean-text.ts';
import { widthOf, type Look } from '../look.ts';
import { palettesOf, type Palette } from './palette.ts';

const font =
  "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif,'Apple Color Emoji','Segoe UI Emoji'";

/** The space between the edge of a card and what is in it, in pixels. */
export const padding = 16;

/** What a card without a ground leaves out of its padding; a pixel stays for the hairline round artwork. */
const cropped = padding - 1;

const hasGround = (look: Look): boolean => look.background !== 'none';

/** The width of a card before it is cropped, in pixels. */
export const innerWidthOf = (look: Look): number => widthOf(look) + (hasGround(look) ? 0 : 2 * cropped);

/** What a card shows. */
export interface CardParts {
  readonly height: number;
  readonly look: Look;
  /** What the picture is, for screen readers. */
  readonly title: string;
  /** What it says, whole. */
  readonly description: string;
  /** Its shapes have classes named like the colours of a palette (`rf-soft`), and no colours. */
  readonly body: string;
}

/**
 * A whole card. Every colour is an attribute first, so a renderer without CSS shows the light card. The two IDs are not
 * in one attribute: then Chromium would have the text twice, as name and as description.
 */
export function drawCard({ height: innerHeight, look, title, description, body }: CardParts): string {
  const [palette, dark] = palettesOf(look);
  const crop = hasGround(look) ? 0 : cropped;
  const [width, height] = [innerWidthOf(look) - 2 * crop, innerHeight - 2 * crop];
  const ground = crop
    ? ''
    : `<rect class="rf-ground rf-edge" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${crop} ${crop} ${width} ${height}" role="img" aria-labelledby="rf-title" aria-describedby="rf-desc">` +
    `<title id="rf-title">${escapeMarkup(title)}</title><desc id="rf-desc">${escapeMarkup(description)}</desc>` +
    (dark ? `<style>@media(prefers-color-scheme:dark){${rulesOf(dark)}}</style>` : '') +
    paintAll(`${ground}<g font-family="${font}" style="font-variant-numeric:tabular-nums">${body}</g></svg>\n`, palette)
  );
}

/** `edge` is a stroke, every other colour a fill. */
const propertyOf = (name: string): string => (name === 'edge' ? 'stroke' : 'fill');

/** Colours every shape that has a class. Texts and artwork hold no quotes, so they cannot look like one. */
const paintAll = (shapes: string, palette: Palette): string =>
  shapes.replace(/class="[^"]*"/g, (attribute) => {
    const paints = Object.entries(palette).filter(([name]) => attribute.includes(`rf-${name}`));
    return attribute + paints.map(([name, colour]) => ` ${propertyOf(name)}="${colour}"`).join('');
  });

const rulesOf = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `.rf-${name}{${propertyOf(name)}:${colour}}`)
    .join('');
