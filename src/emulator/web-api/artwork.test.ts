import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Client } from '../../../test/emulator/client.ts';

it('is drawn for every image in an answer, the same each time', async () => {
  const client = new Client();
  const text = await (await client.ask('/v1/me/player/recently-played?limit=50')).text();
  const urls = [...new Set(text.match(/http:[^"]+\/artwork\/[^"]+/g))];
  expect(urls.length).toBeGreaterThan(10);
  const covers = new Map<string, string>();
  for (const url of urls) {
    const [first, second] = [await client.emulator.fetch(url), await client.emulator.fetch(url)];
    const png = Buffer.from(await first.arrayBuffer()).toString('latin1');
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await second.arrayBuffer()).toString('latin1') === png).toBe(true);
    covers.set(url, png);
  }
  expect(new Set(covers.values()).size).toBe(urls.length);
});

it.each([64, 300, 640])('is a PNG of %i pixels, below 200 KB, with all four colours', async (size) => {
  const answer = await new Client().fetch(`/artwork/${'a'.repeat(21)}Z/${size}.png`);
  const png = Buffer.from(await answer.arrayBuffer());
  expect(png.length).toBeLessThan(200_000);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  expect(rows.length).toBe((1 + Math.ceil(size / 4)) * size);
  const colours = new Set([...rows].flatMap((byte) => [byte >> 6, (byte >> 4) & 3, (byte >> 2) & 3, byte & 3]));
  expect([...colours].toSorted()).toEqual([0, 1, 2, 3]);
});

it('is not drawn for an invalid id or size, and not as SVG', async () => {
  const client = new Client();
  const id = 'a'.repeat(22);
  for (const path of ['x/64.png', `${'<'.repeat(22)}/64.png`, `${id}/64.svg`, `${id}/641.png`, `${id}/0.png`]) {
    expect((await client.fetch(`/artwork/${path}`)).status).toBe(404);
  }
});
