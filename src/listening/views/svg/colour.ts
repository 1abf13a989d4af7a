/** A colour as `#` and six hex digits. */
export type Colour = `#${string}`;

/** The colour that was asked for, or undefined if it is not one. */
export const toColour = (text: string | undefined): Colour | undefined =>
  text !== undefined && /^#?[\da-f]{6}$/i.test(text) ? `#${text.replace('#', '').toLowerCase()}` : undefined;

const channelsOf = (colour: Colour): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `colour` with a share (0 to 1) of `other` in it. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const target = channelsOf(other);
  const mixed = channelsOf(colour).map((channel, at) => Math.round(channel + ((target[at] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, the one that contrasts more. */
export const inkOn = (background: Colour): Colour =>
  contrastOf('#000000', background) >= contrastOf('#ffffff', background) ? '#000000' : '#ffffff';

/** `colour`, moved towards `target` in steps of 5 % until it has the contrast. @param target default: black or white */
export function strengthen(colour: Colour, background: Colour, contrast: number, target = inkOn(background)): Colour {
  for (let step = 0; step < 20; step += 1) {
    const mixed = mix(colour, target, step / 20);
    if (contrastOf(mixed, background) >= contrast) return mixed;
  }
  return target;
}
