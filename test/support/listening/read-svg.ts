/** What a test reads of a card. Only our own cards are read this way: a strict parser has read them before. */

const decode = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** The lines of text, each with the box that clips it, in the order of the card. */
export function boxesOf(svg: string) {
  const box = /<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"><text([^>]*)>([^<]*)<\/text><\/svg>/g;
  return Array.from(svg.matchAll(box), ([, x, y, width, height, attributes = '', text = '']) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    anchor: /text-anchor="(\w+)"/.exec(attributes)?.[1],
    line: decode(text),
  }));
}

/** The lines of text without the marks that set their direction. */
export const textsOf = (svg: string): string[] => boxesOf(svg).map(({ line }) => line.replace(/[\u2066-\u2069]/g, ''));

export const descriptionOf = (svg: string): string => decode(/<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? '');
