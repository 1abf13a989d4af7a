import { expect, it } from 'vitest';
import { clockTime, countOf, dayAndMonth, isoDay, longDate, shortMonth } from './dates.ts';

const time = new Date(2027, 4, 3, 9, 5).getTime();

it('formats dates and times of the local time zone', () => {
  expect([longDate, dayAndMonth, shortMonth, clockTime, isoDay].map((format) => format(time))).toEqual([
    '3 May 2027',
    '3 May',
    'May',
    '09:05',
    '2027-05-03',
  ]);
});

it('counts in the singular and the plural', () => {
  expect([0, 1, 2].map((count) => countOf(count, 'day'))).toEqual(['0 days', '1 day', '2 days']);
});
