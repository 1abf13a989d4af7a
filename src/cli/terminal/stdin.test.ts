import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readAll } from './stdin.ts';

const read = (...chunks: readonly (readonly number[])[]) =>
  readAll(Readable.from(chunks.map((bytes) => Buffer.from(bytes))));

it('reads everything, and rejects input that is too long', async () => {
  expect(await readAll(Readable.from([Buffer.from('AQ'), Buffer.from('abc')]))).toBe('AQabc');
  const endless = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(10_000, 'a')));
  await expect(readAll(endless)).rejects.toMatchObject({ code: 'wrong_usage' });
});

it.each([
  ['UTF-8', [[0x41, 0x51, 0xc3], [0xbc]]],
  ['UTF-8 with a mark', [[0xef, 0xbb, 0xbf, 0x41, 0x51, 0xc3, 0xbc]]],
  ['UTF-16', [[0xff], [0xfe, 0x41, 0], [0x51, 0, 0xfc, 0]]],
  ['UTF-16, the high byte first', [[0xfe, 0xff, 0, 0x41, 0, 0x51, 0, 0xfc]]],
])('reads %s', async (_, chunks) => {
  expect(await read(...chunks)).toBe('AQü');
});
