import { describe, expect, it } from 'vitest';
import { needsAttention, unreadableEntry, type ProfileEntry } from '../../profile/profile-entry.ts';
import { createCommandText } from '../../context/command-text.ts';
import { lifeBar, statusText } from './status-text.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const day = 86_400_000;
const entry = (more: Partial<ProfileEntry>): ProfileEntry => ({
  ...unreadableEntry('default'),
  clientId: 'id',
  state: 'live',
  scopes: ['user-top-read'],
  daysLeft: 100,
  refreshTokenExpiresAt: now + 100 * day,
  ...more,
});
const refrainFor = (profile: string) =>
  createCommandText({ profile, childEnvironment: {}, packageFolder: new URL('file:///refrain/') });
const textOf = (more: Partial<ProfileEntry>) =>
  statusText(entry(more), { now, colour: false, soonDays: 30, refrain: refrainFor(more.name ?? 'default') });

it.each([
  [180, 30],
  [179, 30],
  [90, 15],
  [7, 2],
  [1, 1],
  [0, 0],
  [400, 30],
])('draws %i days as %i cells of 30', (days, full) => {
  expect(lifeBar(days)).toBe('\u2588'.repeat(full) + '\u2591'.repeat(30 - full));
});

describe('statusText', () => {
  it('shows the days left and the date', () => {
    expect(textOf({})).toMatch(/until 4 March 2027, 100 days left/);
    expect(textOf({ daysLeft: 1, refreshTokenExpiresAt: now + day })).toContain('1 day left');
    const past = textOf({ state: 'expiring', daysLeft: 0, refreshTokenExpiresAt: now - 3 * day });
    expect(past).toContain('its 180 days ended on 21 November 2026');
    expect(past).not.toContain('left');
  });

  it.each(['suspect', 'in_doubt', 'expired', 'expiring'] as const)(
    'names the command that helps if the token is %s',
    (state) => {
      expect(textOf({ state })).toContain('refrain renew');
      expect(textOf({ state, name: 'work' })).toContain('refrain renew --profile work');
    },
  );

  it('says from when a token that was rejected early can be tried again', () => {
    expect(textOf({ state: 'suspect', nextTryAt: now + 900_000 })).toMatch(
      /`refrain token` after \d\d:\d\d to try again/,
    );
  });

  it('fits a narrow terminal, with continuation lines below the text', () => {
    const scopes = ['playlist-read-private', 'playlist-read-collaborative', 'user-top-read'];
    const text = statusText(entry({ scopes }), {
      now,
      colour: true,
      soonDays: 30,
      refrain: refrainFor('default'),
      columns: 50,
    });
    const lines = text.replace(/\p{Cc}\[\d+m/gu, '').split('\n');
    expect(lines.filter((line) => line.length > 50)).toEqual([]);
    expect(lines).toContain('  scopes  playlist-read-private');
    expect(lines).toContain('          playlist-read-collaborative');
  });

  it('says what is unknown', () => {
    const text = textOf({ state: 'unknown', daysLeft: null, refreshTokenExpiresAt: null, scopes: null });
    expect(text).toContain('Expiry unknown');
    expect(text).toContain('unknown account');
  });

  it('says where the token was pushed', () => {
    expect(textOf({ pushedTo: [{ kind: 'github', place: 'me/site', at: now }] })).toContain(
      'github me/site, 24 November 2026',
    );
  });

  it.each(['live', 'suspect', 'in_doubt', 'expired'] as const)('fits 80 columns if the token is %s', (state) => {
    const options = { now, colour: false, soonDays: 30, refrain: refrainFor('default'), columns: 80 };
    const text = statusText(entry({ state, nextTryAt: now + 30 * day }), options);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

it.each([
  ['live', 30 * day, false],
  ['expiring', 30 * day - 1, true],
  ['unknown', undefined, false],
  ['suspect', 100 * day, true],
  ['in_doubt', 100 * day, true],
  ['expired', -day, true],
] as const)('a token that is %s, with %i milliseconds left, needs attention: %s', (state, left, expected) => {
  const refreshTokenExpiresAt = left === undefined ? null : now + left;
  expect(needsAttention({ state, refreshTokenExpiresAt }, { soonDays: 30, now })).toBe(expected);
});
