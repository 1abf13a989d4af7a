import { expect, it } from 'vitest';
import { sizeOfDate } from './date-size.ts';

it.each([
  ['23 May 2027', 11.5, false],
  ['23 de septiembre de 2027', 24.5, false],
  ['23. September 2027', 18.5, false],
  ['23. März 2027', 13.5, false],
  ['23. května 2027', 15, true],
  ['2027年5月23日', 14.2, true],
  ['٢٣ مايو ٢٠٢٧', 12, true],
  ['14:37', 5, false],
])('%s is %s letters wide; needs another face: %s', (text, letters, isPlain) => {
  expect(sizeOfDate(text)).toEqual({ letters, isPlain });
});
