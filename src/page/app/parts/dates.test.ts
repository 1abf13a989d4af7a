import { describe, expect, it } from 'vitest';
import { ago, atTime, lifetime } from './dates.ts';

const now = new Date(2026, 10, 24, 9, 30).getTime();
const minute = 60_000;

describe('times as text', () => {
  it.each([
    [4 * minute, '4 minutes ago'],
    [70 * minute, '1 hour ago'],
    [26 * 60 * minute, 'yesterday'],
    [20 * 24 * 60 * minute, '2 weeks ago'],
    [30_000, 'just now'],
    [-10 * minute, 'just now'],
  ])('%i ms before now is %s', (past, words) => {
    expect(ago(now - past, now)).toBe(words);
  });

  it.each([
    [3600, 'an hour'],
    [3599, 'an hour'],
    [7200, '2 hours'],
    [1800, '30 minutes'],
    [5400, '90 minutes'],
    [60, 'a minute'],
    [20, '20 seconds'],
  ])('%i s of life are %s', (seconds, words) => {
    expect(lifetime(seconds * 1000)).toBe(words);
  });

  it('name the day only if it is not today', () => {
    expect(atTime(new Date(2026, 10, 24, 18, 5).getTime(), now)).toBe('at 18:05');
    expect(atTime(new Date(2026, 10, 25, 1, 5).getTime(), now)).toBe('on 25 November 2026 at 01:05');
  });
});
