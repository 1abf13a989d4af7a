import { expect, it } from 'vitest';
import { authorizedAtFrom } from './authorized-at.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

it('reads a day in UTC', () => {
  expect(authorizedAtFrom('2026-11-01', '--authorized-at', now, () => {})).toBe(Date.parse('2026-11-01T00:00:00Z'));
});

it('refuses what is not a date, and names the source', () => {
  expect(() => authorizedAtFrom('yesterday', 'SPOTIFY_AUTHORIZED_AT', now, () => {})).toThrow(
    expect.objectContaining({
      code: 'wrong_usage',
      detail: expect.stringMatching('^SPOTIFY_AUTHORIZED_AT takes a date such as'),
    }),
  );
});

it.each([
  ['2999-01-01', 'in the future'],
  ['1970-01-01', 'before 2020'],
  ['1000000000', 'before 2020'],
])('does not believe %s, and says so', (text, problem) => {
  const said: string[] = [];
  expect(authorizedAtFrom(text, '--authorized-at', now, (line) => said.push(line))).toBeUndefined();
  expect(said.join('')).toMatch(`--authorized-at is ${text}: that is ${problem}, so it is not used`);
});
