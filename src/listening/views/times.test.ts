import { expect, it } from 'vitest';
import { formatAge, formatDay, formatLength, formatMoment } from './times.ts';

const minute = 60_000;

it.each([
  [-5000, 'just now', 'just now'],
  [59_000, 'just now', 'just now'],
  [minute, '1 min ago', '1 minute ago'],
  [59.9 * minute, '59 min ago', '59 minutes ago'],
  [60 * minute, '1 h ago', '1 hour ago'],
  [47 * 60 * minute, '1 d ago', '1 day ago'],
  [400 * 24 * 60 * minute, '400 d ago', '400 days ago'],
])('an age of %d ms is %s', (age, short, words) => {
  expect([formatAge(age, 'short'), formatAge(age, 'words')]).toEqual([short, words]);
});

it('writes dates in UTC, with the year if it is another one', () => {
  const time = Date.UTC(2026, 10, 28, 16, 5);
  expect(formatDay(time, time)).toBe('28 Nov');
  expect(formatDay(time, Date.UTC(2027, 0, 1))).toBe('28 Nov 2026');
  expect(formatMoment(time)).toBe('28 Nov 2026, 16:05 UTC');
});

it.each([
  [0, '0:00'],
  [222_000, '3:42'],
  [3_723_400, '1:02:03'],
])('a length of %d ms is %s', (duration, text) => {
  expect(formatLength(duration)).toBe(text);
});
