import { describe, expect, it } from 'vitest';
import { fakeCache } from '../../test/support/listening/fake-cache.ts';
import {
  failingAnswer,
  fakeSource,
  playingAnswer,
  recentAnswer,
  silentAnswer,
  wireTrack,
  type FakeSource,
} from '../../test/support/listening/fake-source.ts';
import { minute, start, TestClock } from '../../test/support/keeper/keeper-bench.ts';
import { createListening } from './create-listening.ts';
import type { ListeningOptions } from './listening.ts';

const second = 1000;

function bench(answers: Parameters<typeof fakeSource>[0] = {}, options: Partial<ListeningOptions> = {}) {
  const clock = new TestClock();
  const source: FakeSource = fakeSource({
    'recently-played': recentAnswer(['A', 'B', 'C'], start - minute),
    ...answers,
  });
  return { clock, source, listening: createListening({ keeper: source, clock, ...options }) };
}
const namesOf = ({ items }: { items: readonly { name: string }[] }) => items.map(({ name }) => name);

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
    const { listening, clock } = bench({ 'recently-played': silentAnswer });
    let answer: unknown;
    void listening.get('recently-played').then((got) => (answer = got));
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

describe('what is playing', () => {
  it('comes first in the recent list, and counts once', async () => {
    const { listening } = bench({ 'currently-playing': playingAnswer(wireTrack('A')) });
    const answer = await listening.get('recently-played');
    expect(namesOf(answer)).toEqual(['A', 'B', 'C']);
    expect(answer.items[0]?.playedAt).toBeNull();
    expect(answer.status).toBe('playing');
  });

  it('does not harm the recent list if it fails', async () => {
    const { listening } = bench({ 'currently-playing': failingAnswer(500) });
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh', status: null, problem: null });
  });
});

describe('a cache', () => {
  it('serves another instance without a request', async () => {
    const cache = fakeCache();
    const { clock } = bench();
    const one = bench({}, { cache, clock });
    await one.listening.get('recently-played');
    await one.listening.pending();
    const two = bench({}, { cache, clock });
    expect(namesOf(await two.listening.get('recently-played'))).toEqual(['A', 'B', 'C']);
    expect(two.source.asked).toEqual([]);
    expect(
      [...cache.texts.keys()].every((key) => /^refrain:1:[\w-]{22}:(now-playing|recently-played)$/.test(key)),
    ).toBe(true);
  });
});
