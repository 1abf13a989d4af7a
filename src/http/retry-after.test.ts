import { expect, it } from 'vitest';
import { retryAtOf } from './retry-after.ts';

const now = Date.UTC(2026, 10, 24, 10, 0, 0);
const minute = 60_000;
const day = 24 * 60 * minute;

it.each([
  ['3', now + 3000],
  ['0', now],
  ['48925', now + 48_925_000],
  ['31536000', now + 365 * day],
  ['31536001', now + day],
  ['Thu, 24 Nov 2039 10:00:00 GMT', now + day],
  ['Tue, 24 Nov 2026 10:00:30 GMT', now + 30_000],
  ['Tue, 24 Nov 2026 09:00:00 GMT', now + minute],
  ['99999999999999999999', now + day],
  ['-5', now + minute],
  ['3.5', now + 3500],
  ['soon', now + minute],
  ['soon GMT', now + minute],
  ['', undefined],
])('reads %j', (header, at) => {
  expect(retryAtOf(new Headers({ 'retry-after': header }), now)).toBe(at);
});

it('is undefined without the header', () => {
  expect(retryAtOf(new Headers(), now)).toBeUndefined();
});
