import { expect, it } from 'vitest';
import { authorizedAtFrom } from './authorized-at.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

it('reads a day in UTC', () => {
  expect(authorizedAtFrom('2026-11-01', '--authorized-at', now)).toBe(Date.parse('2026-11-01T00:00:00Z'));
});

it.each([
  ['yesterday', 'takes a date such as'],
  ['2999-01-01', 'in the future'],
  ['1999-01-01', 'before Spotify existed'],
])('names the source and the problem of %s', (text, problem) => {
  expect(() => authorizedAtFrom(text, 'SPOTIFY_AUTHORIZED_AT', now)).toThrow(
    expect.objectContaining({
      code: 'wrong_usage',
      detail: expect.stringMatching(`^SPOTIFY_AUTHORIZED_AT .*${problem}`),
    }),
  );
});
