import type { FourColours } from './png.ts';

/** The side of a cover in its own units: staff lines and notes are placed in these. */
const side = 64;

/**
 * Draws a cover from an id: staff lines and a few notes on a colour. The same id always gives the same picture.
 * @param size the width and height, in pixels
 */
export function drawCover(id: string, size: number): FourColours {
  const values = Array.from(id, (letter) => letter.charCodeAt(0));
  const sum = values.reduce((total, value, index) => total + value * (index + 1), 0);
  const pixels = new Uint8Array(size * size);
  const scale = size / side;
  for (const line of [0, 1, 2, 3, 4]) {
    drawRectangle(pixels, size, scale, [0, 19.7 + line * 6, side, 20.3 + line * 6], 1);
  }
  for (const [index, value] of values.slice(0, 5).entries()) {
    const [x, y] = [9 + index * 11.5, 17 + (value % 9) * 3];
    const [stemX, stemY] = y > 32 ? [x + 2.9, y - 14] : [x - 2.9, y];
    drawRectangle(pixels, size, scale, [stemX - 0.5, stemY, stemX + 0.5, stemY + 14], 3);
    drawHead(pixels, size, scale, [x, y]);
  }
  return { size, palette: paletteOf(sum), pixels };
}

/** Ground, two steps, ink: from warm paper to aubergine, without green. */
function paletteOf(sum: number): FourColours['palette'] {
  const hue = (190 + (sum % 210)) % 360;
  const ground = rgbOf(hue, 0.42, (24 + (sum % 5) * 4) / 100);
  const ink = rgbOf((hue + 40) % 360, 0.7, 0.86);
  const mix = (part: number) => ground.map((value, at) => Math.round(value + ((ink[at] ?? 0) - value) * part));
  return [0, 1 / 3, 2 / 3, 1].map((part) => mix(part) as [number, number, number]);
}

/** @see https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function rgbOf(hue: number, saturation: number, lightness: number): [number, number, number] {
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Each pixel that the rectangle covers by at least half becomes at least `level`. A thin one is at least one pixel. */
function drawRectangle(
  pixels: Uint8Array,
  size: number,
  scale: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
  level: number,
): void {
  const [x, y] = [Math.round(left * scale), Math.round(top * scale)];
  const [endX, endY] = [Math.max(x + 1, Math.round(right * scale)), Math.max(y + 1, Math.round(bottom * scale))];
  for (let row = Math.max(0, y); row < Math.min(size, endY); row += 1) {
    for (let column = Math.max(0, x); column < Math.min(size, endX); column += 1) {
      const at = row * size + column;
      pixels[at] = Math.max(pixels[at] ?? 0, level);
    }
  }
}

/** The radii of a note's head. */
const [radiusX, radiusY] = [3.4, 2.5];

/** Draws a note's head, an ellipse turned by 20 degrees, with a smooth edge. */
function drawHead(pixels: Uint8Array, size: number, scale: number, [x, y]: readonly [number, number]): void {
  const [cos, sin] = [Math.cos(Math.PI / 9), Math.sin(Math.PI / 9)];
  const first = (at: number) => Math.max(0, Math.floor((at - radiusX - 1) * scale));
  const last = (at: number) => Math.min(size, Math.ceil((at + radiusX + 1) * scale));
  for (let row = first(y); row < last(y); row += 1) {
    for (let column = first(x); column < last(x); column += 1) {
      const [dx, dy] = [(column + 0.5) / scale - x, (row + 0.5) / scale - y];
      const distance = Math.hypot((dx * cos - dy * sin) / radiusX, (dx * sin + dy * cos) / radiusY);
      const covered = Math.min(1, Math.max(0, (1 - distance) * radiusY * scale + 0.5));
      const at = row * size + column;
      pixels[at] = Math.max(pixels[at] ?? 0, Math.round(covered * 3));
    }
  }
}
