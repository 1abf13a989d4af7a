import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { day, hour, minute, start, TestClock } from '../../../test/support/keeper/keeper-bench.ts';
import { fakeCache } from '../../../test/support/listening/fake-cache.ts';
import {
  failingAnswer,
  playingAnswer,
  recentAnswer,
  topAnswer,
  wireTrack,
} from '../../../test/support/listening/fake-source.ts';
import { listeningBench, namesOf, second } from '../../../test/support/listening/listening-bench.ts';
import { timeLimits } from '../../../test/support/time-limits.ts';

/** Instances that share a cache and a clock. */
function instances() {
  const [cache, clock] = [fakeCache(), new TestClock()];
  const create = (...[answers, options]: Parameters<typeof listeningBench>) =>
    listeningBench(answers, { cache, clock, ...options });
  return { cache, clock, create };
}

/** Fills a cache through one instance. `key` is the cache key of the recent list. */
async function fillCache() {
  const all = instances();
  const one = all.create({ 'currently-playing': playingAnswer(wireTrack('X')) });
  await one.listening.get('recently-played');
  await one.listening.pending();
  const key = [...all.cache.texts.keys()].find((name) => name.endsWith(':recently-played')) ?? '';
  return { ...all, one, key };
}

describe('two instances on one cache', () => {
  it('share a list, and the start of the track that is playing', async () => {
    const { cache, create } = await fillCache();
    const two = create({ 'currently-playing': playingAnswer(wireTrack('X'), 11_000) });
    expect(namesOf(await two.listening.get('recently-played'))).toEqual(['X', 'A', 'B', 'C']);
    expect(await two.listening.get('now-playing')).toMatchObject({ startedAt: start - 10_000 });
    expect(two.source.asked).toEqual([]);
    expect(
      [...cache.texts.keys()].every((key) => /^refrain:1:[\w-]{22}:(now-playing|recently-played)$/.test(key)),
    ).toBe(true);
  });

  it('together ask Spotify once in each period', async () => {
    const { clock, create } = instances();
    const [one, two] = [create(), create()];
    for (let time = 0; time < hour; time += 5 * second) {
      for (const { listening } of [one, two]) {
        await listening.get('recently-played');
        await listening.pending();
      }
      clock.time += 5 * second;
    }
    // What one has fetched, the other finds in the cache.
    expect(one.source.count('recently-played') + two.source.count('recently-played')).toBe(30);
  });

  it('both keep a pause that Spotify asked one of them for, also after a restart', async () => {
    const { clock, create } = instances();
    const limit = failingAnswer(429, 'Too many requests', { 'retry-after': '21600' });
    const one = create({ 'recently-played': limit });
    expect(await one.refreshed('recently-played')).toMatchObject({
      problem: { code: 'rate_limited', retryAt: start + 6 * hour },
    });
    const two = create({ 'top/tracks': topAnswer(['T']) });
    const paused = { state: 'failing', problem: { code: 'rate_limited', retryAt: start + 6 * hour } };
    for (const list of ['top/tracks', 'recently-played', 'top/artists'] as const) {
      expect(await two.listening.get(list)).toMatchObject(paused);
    }
    expect(two.source.asked).toEqual([]);
    await clock.pass(6 * hour);
    expect(await two.listening.get('top/tracks')).toMatchObject({ state: 'fresh', problem: null });
  });
});

describe('a cache that fails', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('refrain:1:… down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
  ])('does no harm if it %s', async (_, trouble) => {
    const { cache, create } = instances();
    cache.trouble = trouble;
    const { listening, source, refreshed } = create();
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh', problem: null });
    expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', problem: null });
    await listening.clear();
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh' });
    expect(source.count('recently-played')).toBe(2);
  });

  it('does no harm if it throws before it returns a promise', async () => {
    const broken = () => {
      throw new Error('down');
    };
    const { listening } = listeningBench({}, { cache: { get: broken, set: broken, delete: broken } });
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh', problem: null });
    await listening.clear();
  });

  it('delays an answer by one second if it hangs', async () => {
    const { cache, clock, create } = instances();
    const trouble = vi.fn(() => new Promise<void>(() => {}));
    cache.trouble = trouble;
    const { listening, sent } = create();
    const answer = listening.get('recently-played');
    await vi.waitFor(() => expect(trouble).toHaveBeenCalled(), { timeout: timeLimits.wait });
    await clock.pass(second);
    await sent('recently-played');
    expect(await answer).toMatchObject({ state: 'fresh', problem: null });
  });
});

describe('a value from the cache', () => {
  it.each([
    ['', 'nothing'],
    ['<html>', 'garbage'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"version":2,"account":"default","kept":null,"pause":null}', 'another version'],
  ])('counts as absent: %s (%s)', async (text) => {
    const { cache, key, create } = await fillCache();
    cache.texts.set(key, text);
    const two = create({ 'recently-played': recentAnswer(['D'], start) });
    expect(namesOf(await two.listening.get('recently-played'))).toContain('D');
  });

  it.each([
    [
      'a link that leads elsewhere',
      (text: string) => text.replaceAll('https://open.spotify.com', 'https://evil.example'),
    ],
    ['a script as a link', (text: string) => text.replaceAll('https://open.spotify.com/track', 'javascript:alert')],
    ['a name that is not a text', (text: string) => text.replaceAll('"name":"A"', '"name":{}')],
    ['a time that is not a number', (text: string) => text.replace(/"fetchedAt":\d+/, '"fetchedAt":"now"')],
    ['the items of another account', (text: string) => text.replace(/"account":"[^"]+"/, '"account":"other"')],
    ['a list cut short', (text: string) => text.slice(0, -5)],
  ])('counts as absent if it has %s', async (_, spoil) => {
    const { cache, key, create } = await fillCache();
    const spoilt = spoil(cache.texts.get(key) ?? '');
    expect(spoilt).not.toBe(cache.texts.get(key));
    cache.texts.set(key, spoilt);
    const two = create({ 'recently-played': recentAnswer(['D'], start) });
    expect(namesOf(await two.listening.get('recently-played'))).toContain('D');
  });

  it('loses its pictures if they are on another host', async () => {
    const { cache, key, create } = await fillCache();
    cache.texts.set(key, (cache.texts.get(key) ?? '').replaceAll('https://i.scdn.co', 'https://evil.example'));
    const { items } = await create().listening.get('recently-played');
    expect(items.length).toBe(4);
    expect(JSON.stringify(items)).not.toContain('evil');
  });

  it('is ignored if it asks for a pause of years', async () => {
    const { cache, create } = await fillCache();
    const key = [...cache.texts.keys()].find((name) => name.endsWith(':now-playing')) ?? '';
    const value = JSON.parse(cache.texts.get(key) ?? '{}') as object;
    const pause = { code: 'quota_exceeded', since: start, until: start + 900 * day };
    cache.texts.set(key, JSON.stringify({ ...value, pause }));
    const two = create({ 'top/tracks': topAnswer(['T']) });
    expect(await two.listening.get('top/tracks')).toMatchObject({ state: 'fresh' });
  });

  it('is deleted if its list is too old to be shown', async () => {
    const { cache, clock, key, create } = await fillCache();
    clock.time += 30 * day + minute;
    const two = create({ 'recently-played': failingAnswer(500) });
    expect(await two.refreshed('recently-played')).toMatchObject({ state: 'failing', items: [], fetchedAt: null });
    expect(cache.texts.get(key)).toBeUndefined();
  });

  it('never makes `get` reject or return an invalid item, with any content', async () => {
    const { cache, key, clock } = await fillCache();
    const good = cache.texts.get(key) ?? '';
    const spoilt = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .tuple(fc.nat(good.length), fc.string())
        .map(([at, text]) => good.slice(0, at) + text + good.slice(at + text.length)),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async (text) => {
        cache.texts.set(key, text);
        const { listening } = listeningBench({}, { clock, cache });
        const { state, items } = await listening.get('recently-played');
        expect(['fresh', 'stale', 'empty', 'failing']).toContain(state);
        for (const { name, url, images } of items) {
          expect(typeof name).toBe('string');
          expect(url ?? 'https://open.spotify.com/').toMatch(/^https:\/\/open\.spotify\.com\//);
          expect(images.every((image) => image.url.startsWith('https://i.scdn.co/'))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
