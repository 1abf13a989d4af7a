import { describe, expect, it } from 'vitest';
import { countdownText } from './countdown.ts';

describe('what is left of a token', () => {
  const now = 1_764_000_000_000;
  it.each([
    [3_600_000, '1 h 0 min'],
    [3_588_000, '59 min 48 s'],
    [60_000, '1 min 0 s'],
    [59_001, '1 min 0 s'],
    [59_000, '59 s'],
    [1, '1 s'],
    [0, 'over'],
    [-5_000, 'over'],
    [90 * 60_000, '1 h 30 min'],
  ])('of %i ms is %s', (left, words) => {
    expect(countdownText(now + left, now)).toBe(words);
  });

  it('is not guessed where no lifetime came', () => {
    expect(countdownText(undefined, now)).toBe('hour unknown');
  });
});
