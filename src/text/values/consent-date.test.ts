import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isoDay } from '../dates.ts';
import { findConsentDay, readConsentDate } from './consent-date.ts';

describe('readConsentDate', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it.each([
    ['2026-11-01', '2026-11-01T00:00:00Z'],
    ['2026-11-24', '2026-11-24T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z'],
    ['2026-11-01T10:00:00.5+02:00', '2026-11-01T08:00:00.500Z'],
    ['2026-11-01t10:00z', '2026-11-01T10:00:00Z'],
  ])('reads %s', (text, instant) => {
    expect(readConsentDate(text, now)).toEqual({ at: Date.parse(instant) });
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
    '+012026-11-01',
  ])('cannot read %j', (text) => {
    expect(readConsentDate(text, now)).toEqual({ problem: 'unreadable' });
  });

  it.each(['2026-11-25T12:00:00Z', '2026-11-26', '2999-01-01'])('refuses a date in the future: %s', (text) => {
    expect(readConsentDate(text, now)).toEqual({ problem: 'in_future' });
  });

  it.each(['1999-01-01', '0001-01-01'])('refuses a date before Spotify existed: %s', (text) => {
    expect(readConsentDate(text, now)).toEqual({ problem: 'too_early' });
  });

  it('is never later than now, if the day has begun in the east or a clock is ahead', () => {
    const evening = Date.parse('2026-11-24T20:00:00Z');
    expect(readConsentDate('2026-11-25', evening)).toEqual({ at: evening });
    expect(readConsentDate('2026-11-24T12:03:00Z', now)).toEqual({ at: now });
  });
});

describe('readConsentDate with days in the local time zone', () => {
  const now = new Date(2026, 10, 24, 9, 30).getTime();

  it.each(['America/New_York', 'UTC', 'Asia/Tokyo'])('keeps the day: %s', (timeZone) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('TZ', timeZone);
    const date = readConsentDate('2026-08-20', new Date(2026, 10, 24, 9, 30).getTime(), 'local');
    const at = 'at' in date ? date.at : Number.NaN;
    expect(isoDay(at)).toBe('2026-08-20');
  });

  it('takes today, never later than now', () => {
    expect(readConsentDate('2026-11-24', now, 'local')).toEqual({ at: now });
  });

  it.each(['2026-11-25', '2027-01-01', '2026-02-30', '24.11.2026', '', '20260820'])('refuses %j', (text) => {
    expect(readConsentDate(text, now, 'local')).toHaveProperty('problem');
  });
});

describe('findConsentDay', () => {
  it.each([
    ['America/New_York', '2026-11-24'],
    ['Asia/Tokyo', '2026-11-25'],
  ])('gives the local day of an instant: %s', (timeZone, day) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('TZ', timeZone);
    expect(findConsentDay('SPOTIFY_REFRESH_TOKEN=AQ\nSPOTIFY_AUTHORIZED_AT=2026-11-24T23:10:05Z\n')).toBe(day);
    expect(findConsentDay("SPOTIFY_AUTHORIZED_AT='2026-11-24'")).toBe('2026-11-24');
  });

  it.each([
    ['an empty text', ''],
    ['a token', 'AQB3_x-7'],
    ['an empty variable', 'SPOTIFY_AUTHORIZED_AT='],
    ['an impossible month', 'SPOTIFY_AUTHORIZED_AT=2026-99-99'],
    ['words', 'SPOTIFY_AUTHORIZED_AT=yesterday-so'],
  ])('finds none in %s', (_, text) => {
    expect(findConsentDay(text)).toBeUndefined();
  });
});
