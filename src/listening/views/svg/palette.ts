import type { Look } from '../look.ts';
import { inkOn, mix, strengthen, toColour, type Colour } from './colour.ts';

/** The colours of a card. The artwork is the only other one in it. */
export interface Palette {
  readonly ground: Colour;
  /** The hairline round the card and round artwork. */
  readonly edge: Colour;
  readonly text: Colour;
  /** Second lines and times. */
  readonly soft: Colour;
  /** The track of the progress bar, and the square below artwork. */
  readonly track: Colour;
  /** The note and the rest. */
  readonly sign: Colour;
  /** What plays now. */
  readonly accent: Colour;
  /** Spotify's logo is black or white, nothing else. */
  readonly logo: Colour;
}

type Theme = Omit<Palette, 'accent' | 'logo'>;

const light: Theme = {
  ground: '#ffffff',
  edge: '#d8dade',
  text: '#1a1b1e',
  soft: '#5d6068',
  track: '#eceef0',
  sign: '#a3a7af',
};

const dark: Theme = {
  ground: '#15171a',
  edge: '#30343a',
  text: '#eceef1',
  soft: '#a2a7b0',
  track: '#272a2f',
  sign: '#666b74',
};

/** @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const readable = 4.5;

/** A palette with one's own colours, made darker or lighter until they can be read. */
function adapt(
  base: Theme,
  { background, text, accent }: Record<'background' | 'text' | 'accent', Colour | undefined>,
): Palette {
  const ground = background ?? base.ground;
  const usual = background ? strengthen(inkOn(ground) === '#000000' ? light.text : dark.text, ground, 7) : base.text;
  const ink = text ? strengthen(text, ground, readable) : usual;
  return {
    ...base,
    ground,
    ...(background && {
      edge: mix(ink, ground, 0.82),
      track: mix(ink, ground, 0.9),
      sign: mix(ink, ground, 0.58),
    }),
    text: ink,
    soft: text || background ? strengthen(mix(ink, ground, 0.44), ground, 5, ink) : base.soft,
    accent: accent ? strengthen(accent, ground, readable) : ink,
    logo: inkOn(ground),
  };
}

/** The palette of the card, and the one for readers whose system is dark if that is another one. */
export function palettesOf(look: Look): [usual: Palette, dark?: Palette] {
  const own = { background: toColour(look.background), text: toColour(look.text), accent: toColour(look.accent) };
  if (own.background) return [adapt(light, own)];
  if (look.theme === 'light') return [adapt(light, own)];
  return look.theme === 'dark' ? [adapt(dark, own)] : [adapt(light, own), adapt(dark, own)];
}
