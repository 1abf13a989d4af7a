import { describe, expect, it } from 'vitest';
import { authorizedAtFrom } from './authorized-at.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const read = (text: string, at = now) => authorizedAtFrom(text, '--authorized-at', at);

describe('a date of consent', () => {
  it.each([
    ['2026-11-01', '2026-11-01T00:00:00Z'],
    ['2026-11-24', '2026-11-24T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z'],
    ['2026-11-01T10:00:00.5+02:00', '2026-11-01T08:00:00.500Z'],
    ['2026-11-01t10:00z', '2026-11-01T10:00:00Z'],
  ])('%s is read', (text, instant) => {
    expect(read(text)).toBe(Date.parse(instant));
  });

  it.each([
    '',
    'yesterday',
    '24.11.2026',
    '2026-11',
    '2026-02-29',
    '2026-02-30T10:00:00Z',
    '2026-13-01',
    '20261101',
    '1795546003447',
    '2026-11-01T25:00:00Z',
    '2026-11-25T12:00:00Z',
    '2026-11-26',
    '2999-01-01',
    '1999-01-01',
    '0001-01-01',
    '+012026-11-01',
  ])('%j is wrong usage', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'wrong_usage' }));
  });

  it('is never later than now, where today began earlier in the east, or a clock is ahead', () => {
    const evening = Date.parse('2026-11-24T20:00:00Z');
    expect(read('2026-11-25', evening)).toBe(evening);
    expect(read('2026-11-24T12:03:00Z')).toBe(now);
  });

  it('names where it stood', () => {
    expect(() => authorizedAtFrom('x', 'SPOTIFY_AUTHORIZED_AT', now)).toThrow(
      expect.objectContaining({ detail: expect.stringContaining('SPOTIFY_AUTHORIZED_AT') }),
    );
  });
});
