import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readAll } from './stdin.ts';

it('reads everything, and rejects input that is too long', async () => {
  expect(await readAll(Readable.from([Buffer.from('AQ'), Buffer.from('abc')]))).toBe('AQabc');
  const endless = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(10_000, 'a')));
  await expect(readAll(endless)).rejects.toMatchObject({ code: 'wrong_usage' });
});
