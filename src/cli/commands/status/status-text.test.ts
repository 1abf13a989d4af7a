import { describe, expect, it } from 'vitest';
import { needsPerson, unreadableEntry, type ProfileEntry } from '../../profile/profile-entry.ts';
import { createCommandText } from '../../context/command-text.ts';
import { lifeBar, statusWords } from './status-text.ts';

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
const refrainFor = (profile: string) => createCommandText({ profile, childEnvironment: {} });
const words = (more: Partial<ProfileEntry>) =>
  statusWords(entry(more), { now, colour: false, soonDays: 30, refrain: refrainFor(more.name ?? 'default') });

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

describe('a profile in words', () => {
  it('says how long, with the date', () => {
    expect(words({})).toMatch(/until 4 March 2027, 100 days left/);
    expect(words({ daysLeft: 1, refreshTokenExpiresAt: now + day })).toContain('1 day left');
    const past = words({ state: 'expiring', daysLeft: 0, refreshTokenExpiresAt: now - 3 * day });
    expect(past).toContain('its six months ended on 21 November 2026');
    expect(past).not.toContain('left');
  });

  it.each(['suspect', 'in_doubt', 'expired', 'expiring'] as const)('says the way out of %s', (state) => {
    expect(words({ state })).toContain('refrain renew');
    expect(words({ state, name: 'work' })).toContain('refrain renew --profile work');
  });

  it('says when a suspect token is tried again', () => {
    expect(words({ state: 'suspect', nextTryAt: now + 900_000 })).toMatch(/tried again today at \d\d:\d\d\./);
  });

  it('keeps within a narrow screen, and each further line under what it belongs to', () => {
    const scopes = ['playlist-read-private', 'playlist-read-collaborative', 'user-top-read'];
    const text = statusWords(entry({ scopes }), {
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

  it('says what is not known', () => {
    const text = words({ state: 'unknown', daysLeft: null, refreshTokenExpiresAt: null, scopes: null });
    expect(text).toContain('Its end is not known');
    expect(text).toContain('account not known');
  });

  it('says where it was pushed', () => {
    expect(words({ pushedTo: [{ kind: 'github', place: 'me/site', at: now }] })).toContain(
      'github me/site, 24 November 2026',
    );
  });

  it('fits a screen of 80 columns but for what is longer by itself', () => {
    for (const line of words({ state: 'suspect', nextTryAt: now + 30 * day }).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

it.each([
  ['live', 30 * day, false],
  ['expiring', 30 * day - 1, true],
  ['unknown', undefined, false],
  ['suspect', 100 * day, true],
  ['in_doubt', 100 * day, true],
  ['expired', -day, true],
] as const)('a token that is %s, with %i milliseconds left, needs a person: %s', (state, left, expected) => {
  const refreshTokenExpiresAt = left === undefined ? null : now + left;
  expect(needsPerson({ state, refreshTokenExpiresAt }, { soonDays: 30, now })).toBe(expected);
});
