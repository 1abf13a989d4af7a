import { describe, expect, it } from 'vitest';
import { day, hour, minute, start, TestClock } from '../../test/support/keeper/keeper-bench.ts';
import { failingAnswer, recentAnswer, silentAnswer, topAnswer } from '../../test/support/listening/fake-source.ts';
import { listeningBench as bench, namesOf, second } from '../../test/support/listening/listening-bench.ts';
import { RefrainError } from '../errors/refrain-error.ts';

const faults: [string, () => Response | Promise<Response>, string][] = [
  ['500', failingAnswer(500), 'spotify_unavailable'],
  ['502 with HTML', () => new Response('<h1>Error</h1>', { status: 502 }), 'spotify_unavailable'],
  ['truncated JSON', () => new Response('{"items":[{"track":'), 'answer_unreadable'],
  ['HTML with 200', () => new Response('<!doctype html><p>Sign in</p>'), 'answer_unreadable'],
  ['another kind of JSON', () => new Response('{"items":7}'), 'answer_unreadable'],
  ['nothing with 200', () => new Response(null), 'answer_unreadable'],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
    'answer_unreadable',
  ],
  ['two megabytes', () => new Response(' '.repeat(2_000_000)), 'answer_too_large'],
  ['no connection', () => Promise.reject(new TypeError('fetch failed')), 'network'],
  [
    '403 as text',
    () => new Response('The user is not registered for this application.', { status: 403 }),
    'user_not_registered',
  ],
  ['429', failingAnswer(429), 'rate_limited'],
  ['a rejected token', () => Promise.reject(new RefrainError('refresh_token_suspect')), 'refresh_token_suspect'],
  ['an expired token', () => Promise.reject(new RefrainError('refresh_token_expired')), 'refresh_token_expired'],
];

describe.each(faults)('a week of %s', (_, fault, code) => {
  it('shows the last good list with its age, and recovers within one period', async () => {
    const { clock, source, listening, refreshed } = bench();
    await listening.get('recently-played');
    source.answers.set('recently-played', fault);
    for (let time = 0; time < 7 * day; time += 3 * hour) {
      clock.time += 3 * hour;
      const answer = await refreshed('recently-played');
      expect(answer).toMatchObject({ state: 'failing', fetchedAt: start, at: clock.now(), problem: { code } });
      expect(namesOf(answer)).toEqual(['A', 'B', 'C']);
    }
    expect(await listening.health()).toMatchObject({
      status: code.startsWith('refresh_') || code === 'user_not_registered' ? 'failing' : 'degraded',
      lists: { 'recently-played': { state: 'failing', age: (7 * day) / second, error: code } },
    });
    source.answers.set('recently-played', recentAnswer(['D'], clock.now()));
    await clock.pass(2 * minute);
    expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', problem: null, items: [{ name: 'D' }] });
    expect(await listening.health()).toMatchObject({ status: 'ok' });
  });

  it('is reported to the first visitor too', async () => {
    const { listening } = bench({ 'recently-played': fault });
    expect(await listening.get('recently-played')).toMatchObject({
      state: 'failing',
      items: [],
      fetchedAt: null,
      problem: { code },
    });
    expect(await listening.health()).toMatchObject({ status: 'failing' });
  });
});

describe('an outage', () => {
  it('costs few requests: the next one after 30 seconds, then ever later, up to one in each period', async () => {
    const { clock, source, listening } = bench();
    await listening.get('recently-played');
    source.answers.set('recently-played', failingAnswer(500));
    await clock.pass(2 * minute);
    const asked: number[] = [];
    for (let time = 0; time < 10 * minute; time += 10 * second) {
      const before = source.count('recently-played');
      await listening.get('recently-played');
      await listening.pending();
      if (source.count('recently-played') > before) asked.push(time / second);
      clock.time += 10 * second;
    }
    expect(asked).toEqual([0, 30, 90, 210, 330, 450, 570]);
  });

  it('of more than 30 days removes the items', async () => {
    const { clock, source, listening, refreshed } = bench();
    await listening.get('recently-played');
    source.answers.set('recently-played', failingAnswer(500));
    await clock.pass(30 * day);
    expect(await refreshed('recently-played')).toMatchObject({ state: 'failing', fetchedAt: start });
    await clock.pass(5 * minute);
    expect(await refreshed('recently-played')).toMatchObject({ state: 'failing', fetchedAt: null, items: [] });
    expect(await listening.health()).toMatchObject({ status: 'failing' });
  });

  it('with stalls of 30 seconds never makes a visitor wait if there is a last list to show', async () => {
    const { clock, source, listening, sent } = bench();
    await listening.get('recently-played');
    source.answers.set('recently-played', async () => {
      await clock.wait(30 * second, { background: true });
      return recentAnswer(['D'], start)();
    });
    for (let view = 0; view < 5; view++) {
      clock.time += 5 * minute;
      expect(namesOf(await listening.get('recently-played'))).toEqual(['A', 'B', 'C']);
      await sent('recently-played', view + 2);
      await clock.pass(10 * second);
      expect(await listening.get('recently-played')).toMatchObject({
        state: 'failing',
        problem: { code: 'timed_out' },
      });
    }
  });
});

describe('Retry-After', () => {
  it.each([
    [429, '21600', 'Too many requests', 'rate_limited', 6 * hour],
    [429, '48925', 'QUOTA_EXCEEDED', 'quota_exceeded', 48_925 * second],
    [503, '600', '', 'spotify_unavailable', 10 * minute],
    [429, '', 'Too many requests', 'rate_limited', 30 * second],
    [429, '', 'QUOTA_EXCEEDED', 'quota_exceeded', hour],
    [429, '31000000', '', 'rate_limited', day],
  ])('of a %s applies to all lists: %s s', async (status, seconds, message, code, length) => {
    const headers: Record<string, string> = seconds ? { 'retry-after': seconds } : {};
    const { clock, source, listening, refreshed } = bench({
      'top/tracks': failingAnswer(status, message, headers),
      'top/artists': topAnswer(['U'], 'artist'),
    });
    const problem = { code, retryAt: start + length };
    expect(await listening.get('top/tracks')).toMatchObject({ state: 'failing', problem });
    for (let time = 0; time < 10; time++) {
      for (const list of ['top/tracks', 'top/artists', 'recently-played', 'now-playing'] as const) {
        expect(await refreshed(list)).toMatchObject({ state: 'failing', problem });
      }
      clock.time += length / 10;
    }
    expect(source.asked.length).toBe(1);
    expect(await listening.get('top/artists')).toMatchObject({ state: 'fresh', problem: null });
  });

  it('still applies after the login is renewed, because the quota is the app’s', async () => {
    const { source, listening } = bench({ 'top/tracks': failingAnswer(429, '', { 'retry-after': '600' }) });
    await listening.get('top/tracks');
    listening.retry();
    source.now = { ...source.now, account: { id: 'noor' } };
    expect(await listening.get('recently-played')).toMatchObject({ problem: { code: 'rate_limited' } });
    expect(source.asked.length).toBe(1);
  });
});

describe('a fetch that the platform stopped', () => {
  it('is given up after 30 seconds', async () => {
    const clock = new TestClock();
    const { wait } = clock;
    // The platform stopped the fetch, so neither its answer nor its deadline arrives.
    clock.wait = () => new Promise(() => {});
    const { source, listening, sent } = bench({ 'recently-played': silentAnswer }, { clock });
    void listening.get('recently-played');
    await sent('recently-played');
    clock.wait = wait;
    source.answers.set('recently-played', recentAnswer(['D'], start));
    clock.time += 29 * second;
    expect(listening.peek('recently-played')).toBeUndefined();
    expect(source.count('recently-played')).toBe(1);
    clock.time += second;
    expect(namesOf(await listening.get('recently-played'))).toEqual(['D']);
    expect(listening.pending()).toBeUndefined();
  });
});

describe('a clock that is set back', () => {
  it('does not keep a list fresh until the old time comes again', async () => {
    const { clock, source, refreshed } = bench();
    await refreshed('recently-played');
    clock.time -= 5 * day;
    source.answers.set('recently-played', recentAnswer(['D'], clock.now()));
    expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', items: [{ name: 'D' }] });
  });

  it('ends a pause that began at a later time', async () => {
    const { clock, listening, refreshed } = bench({ 'top/tracks': failingAnswer(429, '', { 'retry-after': '600' }) });
    await listening.get('top/tracks');
    clock.time -= 5 * day;
    expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh' });
  });
});
