import { describe, expect, it } from 'vitest';
import { countdownText } from './countdown.ts';

describe('countdownText', () => {
  const now = 1_764_000_000_000;
  it.each([
    [3_600_000, '60 min left'],
    [3_588_000, '59 min left'],
    [60_000, '1 min left'],
    [59_001, '1 min left'],
    [59_000, '59 s left'],
    [1, '1 s left'],
    [0, 'expired'],
    [-5_000, 'expired'],
    [90 * 60_000, '1 h 30 min left'],
  ])('writes %i ms as %s', (left, text) => {
    expect(countdownText(now + left, now)).toBe(text);
  });

  it('says that the expiry is unknown if Spotify did not send it', () => {
    expect(countdownText(undefined, now)).toBe('expiry unknown');
  });
});
