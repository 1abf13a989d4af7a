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

export interface Card {
  readonly width: number;
  readonly height: number;
  readonly look: Look;
  /** What the picture is, for screen readers. */
  readonly title: string;
  /** What it says, whole. */
  readonly description: string;
  /** Its shapes have the classes of `paintOf`, and no colours. */
  readonly body: string;
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
  motion,
}: Card): string {
  const [palette, dark] = palettesOf(look);
  const crop = hasGround(look) ? 0 : cropped;
  const [width, height] = [innerWidth - 2 * crop, innerHeight - 2 * crop];
  const css =
    (dark ? `@media(prefers-color-scheme:dark){${rulesOf(dark)}}` : '') +
    (motion ? `@media(prefers-reduced-motion:no-preference){${motion}}` : '');
  const ground = crop
    ? ''
    : `<rect class="rf-ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${crop} ${crop} ${width} ${height}" role="img" aria-labelledby="rf-title" aria-describedby="rf-desc">` +
    `<title id="rf-title">${escapeMarkup(title)}</title><desc id="rf-desc">${escapeMarkup(description)}</desc>` +
    (css ? `<style>${css}</style>` : '') +
    paintAll(`${ground}<g font-family="${font}" style="font-variant-numeric:tabular-nums">${body}</g></svg>\n`, palette)
  );
}

const classes = ['ground', 'square', 'track', 'text', 'soft', 'sign', 'accent', 'logo'] as const;

/** The colours of a class: `rf-square` is the place of artwork, the other classes are named like colours. */
function paintOf(name: (typeof classes)[number], palette: Palette): readonly (readonly [string, string])[] {
  const fill = ['fill', palette[name === 'square' ? 'track' : name]] as const;
  return name === 'ground' || name === 'square' ? [fill, ['stroke', palette.edge]] : [fill];
}

/** Colours every shape that has a class. Texts and artwork hold no quotes, so they cannot look like one. */
const paintAll = (shapes: string, palette: Palette): string =>
  shapes.replace(/class="rf-(\w+)[^"]*"/g, (attribute, name: string) => {
    const known = classes.find((known) => known === name);
    const paint = known ? paintOf(known, palette) : [];
    return attribute + paint.map(([property, colour]) => ` ${property}="${colour}"`).join('');
  });

const rulesOf = (palette: Palette): string =>
  classes
    .map(
      (name) =>
        `.rf-${name}{${paintOf(name, palette)
          .map((pair) => pair.join(':'))
          .join(';')}}`,
    )
    .join('');

/** A text that does not change the direction of what surrounds it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
