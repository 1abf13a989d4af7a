import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readAll, tidyToken } from './stdin.ts';

it.each([
  ['AQabc\n'],
  ['  "AQabc"\r\n'],
  ['AQ\nabc'],
  ['SPOTIFY_REFRESH_TOKEN=AQabc\nSPOTIFY_CLIENT_ID=id'],
  ["export SPOTIFY_REFRESH_TOKEN='AQabc'"],
  ['{"access_token":"BQ","refresh_token":"AQabc","scope":""}'],
])('finds the token in %j', (text) => {
  expect(tidyToken(text)).toBe('AQabc');
});

it('reads all that comes, and stops where it is far too much', async () => {
  expect(await readAll(Readable.from([Buffer.from('AQ'), Buffer.from('abc')]))).toBe('AQabc');
  const endless = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(10_000, 'a')));
  await expect(readAll(endless)).rejects.toMatchObject({ code: 'wrong_usage' });
});
