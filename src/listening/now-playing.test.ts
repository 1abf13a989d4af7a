import { describe, expect, it } from 'vitest';
import { minute, start } from '../../test/support/keeper/keeper-bench.ts';
import {
  failingAnswer,
  playingAnswer,
  recentAnswer,
  silentAnswer,
  wireTrack,
} from '../../test/support/listening/fake-source.ts';
import { listeningBench as bench, namesOf, second } from '../../test/support/listening/listening-bench.ts';

describe('now playing', () => {
  it('has the track and when it started', async () => {
    const { listening, source } = bench({ 'currently-playing': playingAnswer(wireTrack('A'), 10_000) });
    expect(await listening.get('now-playing')).toMatchObject({
      state: 'fresh',
      status: 'playing',
      startedAt: start - 10_000,
      progressMs: null,
      items: [{ name: 'A', playedAt: null }],
    });
    expect(source.count('recently-played')).toBe(0);
  });

  it('is fresh for 30 seconds while something plays, else for 2 minutes', async () => {
    const playing = bench({ 'currently-playing': playingAnswer(wireTrack('A')) });
    const idle = bench();
    for (const { listening, clock } of [playing, idle]) {
      await listening.get('now-playing');
      await clock.pass(30 * second);
      await listening.get('now-playing');
      await listening.pending();
      await clock.pass(89 * second);
    }
    expect(playing.source.count('currently-playing')).toBe(2);
    expect(idle.source.count('currently-playing')).toBe(1);
    await idle.clock.pass(second);
    await idle.refreshed('now-playing');
    expect(idle.source.count('currently-playing')).toBe(2);
  });

  it.each([
    ['nothing', () => new Response(null, { status: 204 }), 'idle', ['A']],
    ['an ad', playingAnswer(null, 14_544, { currently_playing_type: 'ad' }), 'ad', ['A']],
    ['an ad with an item', playingAnswer(wireTrack('Buy'), 1, { currently_playing_type: 'ad' }), 'ad', ['A']],
    ['a kind that is not known', playingAnswer(null, null, { currently_playing_type: 'unknown' }), 'unknown', ['A']],
    ['an item of a kind that is not known', playingAnswer({ type: 'audiobook' }), 'unknown', ['A']],
    ['no item, as after a private session', playingAnswer(null, 0, { is_playing: false, device: null }), 'idle', ['A']],
    ['a track that rests', playingAnswer(wireTrack('X'), 5000, { is_playing: false }), 'paused', ['X']],
    ['an episode', playingAnswer({ ...wireTrack('E'), type: 'episode', show: { name: 'S' } }), 'playing', ['E']],
    ['a local file', playingAnswer({ ...wireTrack('L'), external_urls: {}, is_local: true }), 'playing', ['L']],
  ])('reads %s', async (_, answer, status, names) => {
    const { listening } = bench({ 'currently-playing': answer });
    const got = await listening.get('now-playing');
    expect(got).toMatchObject({ state: 'fresh', status, problem: null });
    expect(namesOf(got)).toEqual(names);
    expect(got.progressMs).toBe(status === 'paused' ? 5000 : null);
  });

  it('is empty if nothing was ever played', async () => {
    const { listening } = bench({ 'recently-played': recentAnswer([], start) });
    expect(await listening.get('now-playing')).toMatchObject({ state: 'empty', status: 'idle', items: [] });
    expect(await listening.get('recently-played')).toMatchObject({ state: 'empty', items: [] });
  });

  it('is not harmed by a recent list that fails or hangs', async () => {
    const failing = bench({ 'recently-played': failingAnswer(500) });
    expect(await failing.listening.get('now-playing')).toMatchObject({ state: 'empty', status: 'idle', problem: null });
    const hanging = bench({ 'recently-played': silentAnswer });
    const answer = hanging.listening.get('now-playing');
    await hanging.sent('recently-played');
    await hanging.clock.pass(2500);
    expect(await answer).toMatchObject({ state: 'empty', status: 'idle', problem: null });
  });

  it('keeps its start while a new one differs by less than 3 seconds', async () => {
    const { listening, source, clock, refreshed } = bench({
      'currently-playing': playingAnswer(wireTrack('A'), 10_000),
    });
    await listening.get('now-playing');
    for (const drift of [2999, -2999, 1500]) {
      await clock.pass(30 * second);
      source.answers.set('currently-playing', playingAnswer(wireTrack('A'), clock.now() - start + 10_000 - drift));
      expect(await refreshed('now-playing')).toMatchObject({ startedAt: start - 10_000 });
    }
    await clock.pass(30 * second);
    source.answers.set('currently-playing', playingAnswer(wireTrack('A'), clock.now() - start + 10_000 - 3000));
    expect(await refreshed('now-playing')).toMatchObject({ startedAt: start - 7000 });
    await clock.pass(30 * second);
    source.answers.set('currently-playing', playingAnswer(wireTrack('B'), clock.now() - start + 7000));
    const other = await refreshed('now-playing');
    expect(other).toMatchObject({ startedAt: start - 7000, items: [{ name: 'B' }] });
  });

  it('makes a track whose end has passed the last play, even if Spotify is silent', async () => {
    const { listening, source, clock } = bench({ 'currently-playing': playingAnswer(wireTrack('X'), 190_000) });
    await listening.get('now-playing');
    source.answers.set('currently-playing', silentAnswer);
    await clock.pass(10 * second - 1);
    expect(await listening.get('now-playing')).toMatchObject({ status: 'playing' });
    await clock.pass(1);
    const end = start + 10 * second;
    const ended = { status: 'idle', startedAt: null, items: [{ name: 'X', playedAt: end }] };
    expect(await listening.get('now-playing')).toMatchObject(ended);
    await clock.pass(180 * minute);
    expect(await listening.get('now-playing')).toMatchObject(ended);
    expect(listening.peek('recently-played')?.items[0] ?? { name: 'X', playedAt: end }).toMatchObject(ended.items[0]!);
  });

  it('takes an ad break to be over after 10 minutes, even if Spotify is silent', async () => {
    const ad = playingAnswer(null, 14_544, { currently_playing_type: 'ad' });
    const { listening, source, clock } = bench({ 'currently-playing': ad });
    await listening.get('now-playing');
    source.answers.set('currently-playing', silentAnswer);
    await clock.pass(9 * minute);
    expect(await listening.get('now-playing')).toMatchObject({ status: 'ad', items: [{ name: 'A' }] });
    await clock.pass(2 * minute);
    expect(await listening.get('now-playing')).toMatchObject({ status: 'idle', items: [{ name: 'A' }] });
  });
});

describe('the recent list', () => {
  it('begins with what plays, which counts once', async () => {
    const { listening } = bench({ 'currently-playing': playingAnswer(wireTrack('A'), 10_000) });
    const answer = await listening.get('recently-played');
    expect(namesOf(answer)).toEqual(['A', 'B', 'C']);
    expect(answer).toMatchObject({ status: 'playing', startedAt: start - 10_000, items: [{ playedAt: null }, {}, {}] });
  });

  it('has at most 50 items, also with what plays', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `T${index}`);
    const { listening } = bench({
      'recently-played': recentAnswer(names, start),
      'currently-playing': playingAnswer(wireTrack('X')),
    });
    const answer = await listening.get('recently-played');
    expect(namesOf(answer)).toEqual(['X', ...names.slice(0, 49)]);
  });

  it('counts an item directly after itself once, with its newest play', async () => {
    const { listening } = bench({ 'recently-played': recentAnswer(['A', 'A', 'A', 'B', 'A', 'B', 'B'], start) });
    const { items } = await listening.get('recently-played');
    expect(items.map(({ name, playedAt }) => [name, start - (playedAt ?? 0)])).toEqual([
      ['A', 0],
      ['B', 3 * 240_000],
      ['A', 4 * 240_000],
      ['B', 5 * 240_000],
    ]);
  });

  it('has a track that has ended since as its newest play', async () => {
    const { listening, source, clock } = bench({ 'currently-playing': playingAnswer(wireTrack('X'), 199_000) });
    await listening.get('recently-played');
    source.answers.set('currently-playing', silentAnswer);
    await clock.pass(second);
    const answer = await listening.get('recently-played');
    expect(namesOf(answer)).toEqual(['X', 'A', 'B', 'C']);
    expect(answer).toMatchObject({ status: null, items: [{ playedAt: start + second }, {}, {}, {}] });
  });

  it('does not ask what plays if that scope is missing', async () => {
    const { listening, source } = bench();
    source.now = { ...source.now, scopes: ['user-read-recently-played'] };
    expect(await listening.get('recently-played')).toMatchObject({ state: 'fresh', status: null });
    expect(source.count('currently-playing')).toBe(0);
    expect(await listening.get('now-playing')).toMatchObject({
      state: 'failing',
      problem: { code: 'scope_missing', retryAt: null },
    });
  });

  it.each([
    ['fails', failingAnswer(500)],
    ['is refused', failingAnswer(401, 'Permissions missing')],
    ['is garbage', () => new Response('<html>', { status: 200 })],
  ])('is not harmed if the question for what plays %s', async (_, answer) => {
    const { listening } = bench({ 'currently-playing': answer });
    const got = await listening.get('recently-played');
    expect(got).toMatchObject({ state: 'fresh', problem: null, status: null });
    expect(namesOf(got)).toEqual(['A', 'B', 'C']);
  });

  it('comes after 2.5 seconds at most if the question for what plays hangs', async () => {
    const { listening, clock, sent } = bench({ 'currently-playing': silentAnswer });
    const answer = listening.get('recently-played');
    await sent('recently-played');
    await clock.pass(2500);
    expect(namesOf(await answer)).toEqual(['A', 'B', 'C']);
  });
});
