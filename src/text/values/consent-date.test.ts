import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isoDay } from '../dates.ts';
import { findConsentDate, findConsentDay, readConsentDate } from './consent-date.ts';

describe('readConsentDate', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it.each([
    ['2026-11-01', '2026-11-01T00:00:00Z'],
    ['2026-11-24', '2026-11-24T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z'],
    ['2026-11-01T10:00:00.5+02:00', '2026-11-01T08:00:00.500Z'],
    ['2026-11-01t10:00z', '2026-11-01T10:00:00Z'],
    ['2026-11-01 10:00:00Z', '2026-11-01T10:00:00Z'],
    ['1793527200', '2026-11-01T10:00:00Z'],
    ['1793527200.5', '2026-11-01T10:00:00.500Z'],
    ['1793527200000', '2026-11-01T10:00:00Z'],
    [' “2026-11-01”\n', '2026-11-01T00:00:00Z'],
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
    '2026-11-01T25:00:00Z',
    '+012026-11-01',
  ])('cannot read %j', (text) => {
    expect(readConsentDate(text, now)).toEqual({ problem: 'unreadable' });
  });

  it.each(['2026-11-25T12:00:00Z', '2026-11-26', '2999-01-01', '1827532800000', '1827532800'])(
    'refuses a date in the future: %s',
    (text) => {
      expect(readConsentDate(text, now)).toEqual({ problem: 'in_future' });
    },
  );

  it.each(['1970-01-01', '0001-01-01', '2019-12-31', '1000000000'])('refuses a date before 2020: %s', (text) => {
    expect(readConsentDate(text, now)).toEqual({ problem: 'too_early' });
  });

  it('returns now for a day that has begun only in the east, or for the time of a clock that is ahead', () => {
    const evening = Date.parse('2026-11-24T20:00:00Z');
    expect(readConsentDate('2026-11-25', evening)).toEqual({ at: evening });
    expect(readConsentDate('2026-11-24T12:03:00Z', now)).toEqual({ at: now });
  });
});

describe('readConsentDate with days in the local time zone', () => {
  const now = new Date(2026, 10, 24, 9, 30).getTime();

  it.each(['America/New_York', 'UTC', 'Asia/Tokyo'])('returns an instant of the same day in %s', (timeZone) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('TZ', timeZone);
    const date = readConsentDate('2026-08-20', new Date(2026, 10, 24, 9, 30).getTime(), 'local');
    const at = 'at' in date ? date.at : Number.NaN;
    expect(isoDay(at)).toBe('2026-08-20');
  });

  it('returns now for today', () => {
    expect(readConsentDate('2026-11-24', now, 'local')).toEqual({ at: now });
  });

  it.each(['2026-11-25', '2027-01-01', '2026-02-30', '24.11.2026', '', '20260820'])('refuses %j', (text) => {
    expect(readConsentDate(text, now, 'local')).toHaveProperty('problem');
  });
});

describe('findConsentDay', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');

  it.each([
    ['America/New_York', '2026-11-24'],
    ['Asia/Tokyo', '2026-11-25'],
  ])('returns the local day of an instant: %s', (timeZone, day) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('TZ', timeZone);
    expect(findConsentDay('SPOTIFY_REFRESH_TOKEN=AQ\nSPOTIFY_AUTHORIZED_AT=2026-11-24T23:10:05Z\n', now)).toBe(day);
    expect(findConsentDay("SPOTIFY_AUTHORIZED_AT='2026-11-24'", now)).toBe('2026-11-24');
  });

  it.each([
    ['an empty text', ''],
    ['a token', 'AQB3_x-7'],
    ['an empty variable', 'SPOTIFY_AUTHORIZED_AT='],
    ['an impossible month', 'SPOTIFY_AUTHORIZED_AT=2026-99-99'],
    ['words', 'SPOTIFY_AUTHORIZED_AT=yesterday-so'],
    ['a date in the future', 'SPOTIFY_AUTHORIZED_AT=2027-11-24'],
    ['a date before 2020', '{"authorizedAt": 0}'],
  ])('finds none in %s', (_, text) => {
    expect(findConsentDay(text, now)).toBeUndefined();
  });
});

describe('findConsentDate', () => {
  it.each([
    ['JSON in milliseconds', '{"refreshToken":"AQ","authorizedAt":1793527200000}', '1793527200000'],
    ['JSON in seconds', '{"refreshToken":"AQ","authorizedAt":1793527200}', '1793527200'],
    ['the end in milliseconds', '{"refreshToken":"AQ","expiresAt":1809079200000}', '2026-11-01T10:00:00.000Z'],
    ['the end in seconds', '{"refreshToken":"AQ","expiresAt":1809079200}', '2026-11-01T10:00:00.000Z'],
    ['the end as a date', '{"refresh_token":"AQ","expires_at":"2027-04-30T10:00:00Z"}', '2026-11-01T10:00:00.000Z'],
    [
      'the end of the refresh token beside an access token',
      '{"accessToken":"BQ","expiresAt":5,"refreshTokenExpiresAt":1809079200000}',
      '2026-11-01T10:00:00.000Z',
    ],
    ['the end of an access token', '{"access_token":"BQ","refresh_token":"AQ","expires_at":1793527200}', undefined],
  ])('reads %s', (_, text, date) => {
    expect(findConsentDate(text)).toBe(date);
  });
});
