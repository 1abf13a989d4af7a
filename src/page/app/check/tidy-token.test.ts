import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { consentDayIn, tidyToken } from './tidy-token.ts';

const token = 'AQB3_x-7'.repeat(16);

it.each([
  ['as it is', token],
  ['blanks around it', ` \t${token}\n\n`],
  ['lines broken by a terminal', `${token.slice(0, 60)}\n  ${token.slice(60, 100)}\r\n${token.slice(100)}`],
  ['a blank that cannot be seen', `\u200b${token}\u00a0\ufeff`],
  ['double quotes', `"${token}"`],
  ['a word processor’s quotes', `“${token}”`],
  ['a line of a .env file', `SPOTIFY_REFRESH_TOKEN=${token}\n`],
  ['a line of a shell', `export SPOTIFY_REFRESH_TOKEN='${token}'`],
  ['a whole .env file', `SPOTIFY_CLIENT_ID=3f9c\nSPOTIFY_REFRESH_TOKEN="${token}"\nSPOTIFY_AUTHORIZED_AT=2026-11-24\n`],
  ['YAML', `spotify_refresh_token: ${token}`],
  ['Spotify’s own answer', `{"access_token":"BQ-a","expires_in":3600,"refresh_token": "${token}","scope":""}`],
])('takes a token out of %s', (_, pasted) => {
  expect(tidyToken(pasted)).toBe(token);
});

it.each(['', ' \n', '""', 'SPOTIFY_REFRESH_TOKEN=', 'SPOTIFY_REFRESH_TOKEN=\nSPOTIFY_AUTHORIZED_AT=2026-11-24'])(
  'finds none in %j',
  (pasted) => {
    expect(tidyToken(pasted)).toBe('');
  },
);

describe('the day of consent in what is pasted', () => {
  it.each([
    ['America/New_York', '2026-11-24'],
    ['Asia/Tokyo', '2026-11-25'],
  ])('is the reader’s own day of that instant: %s', (timeZone, day) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('TZ', timeZone);
    expect(consentDayIn(`SPOTIFY_REFRESH_TOKEN=${token}\nSPOTIFY_AUTHORIZED_AT=2026-11-24T23:10:05Z\n`)).toBe(day);
    expect(consentDayIn("SPOTIFY_AUTHORIZED_AT='2026-11-24'")).toBe('2026-11-24');
  });

  it.each([
    ['nothing', ''],
    ['a token alone', token],
    ['an empty variable', 'SPOTIFY_AUTHORIZED_AT='],
    ['a month that there is not', 'SPOTIFY_AUTHORIZED_AT=2026-99-99'],
    ['words', 'SPOTIFY_AUTHORIZED_AT=yesterday-so'],
  ])('is none in %s', (_, pasted) => {
    expect(consentDayIn(pasted)).toBe('');
  });
});
