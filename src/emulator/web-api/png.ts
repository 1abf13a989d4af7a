/**
 * A picture of four colours.
 * @see https://www.w3.org/TR/png-3/
 */
export interface FourColours {
  /** Pixels of a side; the picture is a square. */
  readonly size: number;
  /** Red, green and blue of each colour, 0 to 255. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** The colour of each pixel, 0 to 3, row by row. */
  readonly pixels: Uint8Array;
}

/** Encodes a picture as PNG, without compression, so that it is the same on every runtime. */
export function encodePng({ size, palette, pixels }: FourColours): Uint8Array<ArrayBuffer> {
  const header = concat(uint32(size), uint32(size), Uint8Array.of(2, 3, 0, 0, 0));
  return concat(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', storeZlib(packRows(size, pixels))),
    chunk('IEND', new Uint8Array()),
  );
}

/** Two bits for each pixel, and before each row a zero: no filter. */
function packRows(size: number, pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const rowLength = 1 + Math.ceil(size / 4);
  const rows = new Uint8Array(rowLength * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at = y * rowLength + 1 + (x >> 2);
      rows[at] = (rows[at] ?? 0) | ((pixels[y * size + x] ?? 0) << (6 - 2 * (x & 3)));
    }
  }
  return rows;
}

/** The bytes of a stored block of deflate, RFC 1951 section 3.2.4. */
const maxBlock = 65_535;

/** A zlib stream of stored blocks, RFC 1950. */
function storeZlib(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += maxBlock) {
    const block = bytes.subarray(start, start + maxBlock);
    const [low, high] = [block.length & 255, block.length >> 8];
    const isLast = start + maxBlock >= bytes.length ? 1 : 0;
    blocks.push(Uint8Array.of(isLast, low, high, 255 - low, 255 - high), block);
  }
  return concat(Uint8Array.of(0x78, 0x01), ...blocks, uint32(adler32(bytes)));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat(new TextEncoder().encode(type), data);
  return concat(uint32(data.length), body, uint32(crc32(body)));
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const uint32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
