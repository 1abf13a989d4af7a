import { describe, expect, it } from 'vitest';
import {
  failingAnswer,
  fakeSource,
  playingAnswer,
  recentAnswer,
  silentAnswer,
  topAnswer,
  wireTrack,
} from '../../test/support/listening/fake-source.ts';
import { listeningBench as bench, namesOf, second } from '../../test/support/listening/listening-bench.ts';
import { keeperBench, minute, start } from '../../test/support/keeper/keeper-bench.ts';
import { createListening } from './create-listening.ts';

describe('a look', () => {
  it('gets the list from Spotify, and then from memory', async () => {
    const { source, listening, clock } = bench();
    const first = await listening.get('recently-played');
    expect(first).toMatchObject({ state: 'fresh', fetchedAt: start, at: start, problem: null, timeRange: null });
    expect(namesOf(first)).toEqual(['A', 'B', 'C']);
    await clock.pass(119 * second);
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh', at: start + 119 * second });
    expect(source.count('recently-played')).toBe(1);
    expect(source.asked[0]).toBe('/v1/me/player/recently-played?limit=50');
  });

  it('shows the last list while one refresh runs for all', async () => {
    const { source, listening, clock } = bench();
    await listening.get('recently-played');
    await clock.pass(2 * minute);
    source.answers.set('recently-played', recentAnswer(['D', 'A'], start));
    const answers = await Promise.all(Array.from({ length: 50 }, () => listening.get('recently-played')));
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['stale']));
    expect(namesOf(answers[0]!)).toEqual(['A', 'B', 'C']);
    await listening.pending();
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh', fetchedAt: start + 2 * minute });
    expect(source.count('recently-played')).toBe(2);
  });

  it('asks once for fifty first looks', async () => {
    const { source, listening } = bench();
    await Promise.all(Array.from({ length: 50 }, () => listening.get('recently-played')));
    expect(source.asked.toSorted()).toEqual([
      '/v1/me/player/currently-playing?additional_types=track,episode',
      '/v1/me/player/recently-played?limit=50',
    ]);
  });

  it('asks for nothing until somebody looks', async () => {
    const { source, listening, clock } = bench();
    await listening.get('recently-played');
    await clock.pass(600 * minute);
    expect(source.count('recently-played')).toBe(1);
  });

  it('waits 2.5 seconds for a first answer, and not longer', async () => {
    const { listening, clock, sent } = bench({ 'recently-played': silentAnswer });
    let answer: unknown;
    void listening.get('recently-played').then((got) => (answer = got));
    await sent('recently-played');
    await clock.pass(2499);
    expect(answer).toBeUndefined();
    await clock.pass(1);
    expect(answer).toMatchObject({ state: 'warming', items: [], fetchedAt: null, problem: null });
    await clock.pass(10 * second);
    expect(await listening.get('recently-played')).toMatchObject({ state: 'failing', problem: { code: 'timed_out' } });
  });

  it('keeps the last good list when Spotify fails, and says why', async () => {
    const { source, listening, clock } = bench();
    await listening.get('recently-played');
    source.answers.set('recently-played', failingAnswer(503));
    await clock.pass(2 * minute);
    await listening.get('recently-played');
    await listening.pending();
    const answer = await listening.get('recently-played');
    expect(answer).toMatchObject({ state: 'failing', fetchedAt: start, problem: { code: 'spotify_unavailable' } });
    expect(namesOf(answer)).toEqual(['A', 'B', 'C']);
  });

  it('gives the same object while nothing changes', async () => {
    const { listening, clock } = bench();
    expect(listening.peek('recently-played')).toBeUndefined();
    await listening.pending();
    const first = listening.peek('recently-played');
    expect(first).toMatchObject({ state: 'fresh', at: start });
    await clock.pass(59 * second);
    expect(listening.peek('recently-played')).toBe(first);
    await clock.pass(2 * second);
    expect(listening.peek('recently-played')).not.toBe(first);
  });
});

describe('options', () => {
  it('fetches a top list for each range, with its own age', async () => {
    const { source, listening, clock } = bench({
      'top/tracks': topAnswer(['T']),
      'top/artists': topAnswer(['U'], 'artist'),
    });
    expect(namesOf(await listening.get('top/tracks'))).toEqual(['T']);
    await clock.pass(minute);
    expect(await listening.get('top/tracks', { timeRange: 'long_term' })).toMatchObject({
      timeRange: 'long_term',
      fetchedAt: start + minute,
    });
    const artists = await listening.get('top/artists');
    expect(artists.items).toEqual([
      expect.objectContaining({ kind: 'artist', name: 'U', artists: [], durationMs: null }),
    ]);
    expect(source.asked).toEqual([
      '/v1/me/top/tracks?limit=50&time_range=medium_term',
      '/v1/me/top/tracks?limit=50&time_range=long_term',
      '/v1/me/top/artists?limit=50&time_range=medium_term',
    ]);
    await clock.pass(359 * minute);
    await listening.get('top/tracks');
    await listening.pending();
    expect(source.count('top/tracks?limit=50&time_range=medium')).toBe(2);
  });

  it('shows and fetches nothing while it is hidden', async () => {
    let hidden: () => boolean = () => true;
    const { source, listening } = bench({}, { hidden: () => hidden() });
    const answer = { state: 'hidden', items: [], status: null, fetchedAt: null };
    expect(await listening.get('recently-played')).toMatchObject(answer);
    hidden = () => {
      throw new Error('broken');
    };
    expect(await listening.get('now-playing')).toMatchObject(answer);
    expect(source.asked).toEqual([]);
    hidden = () => false;
    expect(namesOf(await listening.get('recently-played'))).toEqual(['A', 'B', 'C']);
    hidden = () => true;
    expect(listening.peek('recently-played')).toMatchObject(answer);
  });

  it('leaves out everything if a program without types gives a promise, which says nothing yet', async () => {
    const publish = (async () => false) as never;
    const { listening } = bench({ 'currently-playing': playingAnswer(wireTrack('A')) }, { publish });
    expect((await listening.get('recently-played')).items).toEqual([]);
  });

  it('leaves out what is not published, also while it plays', async () => {
    const publish = ({ name }: { name: string }) => {
      if (name === 'C') throw new Error('broken');
      return name !== 'A';
    };
    const { listening } = bench({ 'currently-playing': playingAnswer(wireTrack('A')) }, { publish });
    expect(await listening.get('recently-played')).toMatchObject({ status: null });
    expect(namesOf(await listening.get('recently-played'))).toEqual(['B']);
    expect(await listening.get('now-playing')).toMatchObject({
      status: 'idle',
      startedAt: null,
      items: [{ name: 'B' }],
    });
  });

  it('keeps lists fresh for as long as the owner says', async () => {
    const { source, listening, clock } = bench({}, { freshFor: { 'recently-played': 600 } });
    await listening.get('recently-played');
    await clock.pass(599 * second);
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh' });
    await clock.pass(second);
    expect(await listening.get('recently-played')).toMatchObject({ state: 'stale' });
    await listening.pending();
    expect(source.count('recently-played')).toBe(2);
  });

  it('removes links in practice, and says that it is practice', async () => {
    const source = { ...fakeSource({ 'recently-played': recentAnswer(['A', 'B'], start) }), isPractice: true } as const;
    const listening = createListening({ keeper: source });
    const answer = await listening.get('recently-played');
    expect(answer.isPractice).toBe(true);
    expect(answer.items.map(({ name, url }) => [name, url])).toEqual([
      ['A', null],
      ['B', null],
    ]);
  });

  it('names in its health the lists without a scope before anyone asks for one', async () => {
    const { source, listening } = bench();
    source.now = { ...source.now, scopes: ['user-read-recently-played', 'user-top-read'] };
    expect(await listening.health()).toMatchObject({
      status: 'ok',
      lists: { 'now-playing': { state: 'not_granted', age: null, error: 'scope_missing' } },
    });
    expect(source.asked).toEqual([]);
  });

  it('does not call a player that rests empty in its health', async () => {
    const { listening } = bench();
    expect(await listening.get('now-playing')).toMatchObject({
      state: 'fresh',
      status: 'idle',
      items: [{ name: 'A' }],
    });
    expect(await listening.health()).toMatchObject({ lists: { 'now-playing': { state: 'fresh' } } });
  });

  it('does not wait for ever for a state that never comes', async () => {
    const { clock, source } = bench();
    const listening = createListening({ keeper: { fetch: source.fetch, state: () => new Promise(() => {}) }, clock });
    const health = listening.health();
    await clock.pass(5 * second);
    expect(await health).toMatchObject({ status: 'ok', token: null });
  });

  it('answers for a list that does not exist', async () => {
    const { listening } = bench();
    expect(await listening.get('albums' as 'now-playing')).toMatchObject({ state: 'failing', items: [] });
  });

  it('takes a keeper as its source', async () => {
    const { kept, clock } = keeperBench();
    const listening = createListening({ keeper: await kept({}), clock });
    const answer = await listening.get('recently-played');
    expect(answer).toMatchObject({ state: 'fresh', problem: null });
    expect(answer.items.length).toBeGreaterThan(10);
    expect(await listening.health()).toMatchObject({
      status: 'ok',
      token: { state: 'live', daysLeft: 180 },
      lists: { 'recently-played': { state: 'fresh', age: 0, error: null }, 'now-playing': { state: 'not_granted' } },
    });
  });
});
