import { expect, it } from 'vitest';
import { retryAtOf } from './retry-after.ts';

const now = Date.UTC(2026, 10, 24, 10, 0, 0);

it.each([
  ['3', now + 3000],
  ['0', now],
  ['48925', now + 48_925_000],
  ['Tue, 24 Nov 2026 10:00:30 GMT', now + 30_000],
  ['Tue, 24 Nov 2026 09:00:00 GMT', undefined],
  ['99999999999999999999', undefined],
  ['-5', undefined],
  ['3.5', undefined],
  ['soon', undefined],
  ['soon GMT', undefined],
  ['', undefined],
])('%j', (header, at) => {
  expect(retryAtOf(new Headers({ 'retry-after': header }), now)).toBe(at);
});

it('is undefined without the header', () => {
  expect(retryAtOf(new Headers(), now)).toBeUndefined();
});
