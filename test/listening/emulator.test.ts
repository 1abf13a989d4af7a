import { describe, expect, it } from 'vitest';
import { nowPlayingStates } from '../../src/emulator/controls/now-playing.ts';
import { faultNames, listeners } from '../../src/emulator/index.ts';
import { createListening, listNames } from '../../src/listening/index.ts';
import { day, hour, keeperBench, minute } from '../support/keeper/keeper-bench.ts';
import { allScopes } from '../support/listening/fake-source.ts';

/** Lists over a keeper with all scopes, on the emulator, with the artwork of its own origin. */
async function bench() {
  const { clock, controls, consent, keeper: create, refreshes, ...all } = keeperBench();
  const keeper = create();
  const renew = async () => keeper.adopt(await consent(undefined, allScopes));
  await renew();
  const imageOrigin = 'https://api.spotify.com';
  const source = { fetch: keeper.fetch, state: () => keeper.state(), imageOrigin, fetchImage: all.fetch };
  const listening = createListening({ keeper: source, clock });
  /** Looks, and looks again when the refresh is done. */
  async function refreshed(list: (typeof listNames)[number]) {
    await listening.get(list);
    await listening.pending();
    return listening.get(list);
  }
  return { clock, controls, keeper, listening, refreshed, refreshes, renew };
}

const [maya] = listeners;

describe('the lists of the emulator', () => {
  it.each(listNames)('%s is what the emulator says', async (list) => {
    const { listening, clock } = await bench();
    const answer = await listening.get(list);
    expect(answer).toMatchObject({ list, state: 'fresh', fetchedAt: clock.now(), problem: null });
    expect(answer.items.length).toBeGreaterThan(0);
    for (const { name, kind, url, images, isLocal } of answer.items) {
      expect(typeof name).toBe('string');
      expect(kind).toBe(list === 'top/artists' ? 'artist' : 'track');
      expect(isLocal ? 'https://open.spotify.com/track/' : url).toMatch(
        /^https:\/\/open\.spotify\.com\/(track|artist)\//,
      );
      expect(images.length > 0 || isLocal).toBe(true);
    }
  });

  it.each(nowPlayingStates.filter((state) => state !== 'local'))('now playing: %s', async (state) => {
    const { listening, controls } = await bench();
    controls.setNowPlaying(maya?.id ?? '', { state });
    const { status, items, startedAt, progressMs } = await listening.get('now-playing');
    expect(status).toBe({ track: 'playing', episode: 'playing' }[state as string] ?? state);
    const kinds = state === 'episode' ? 'episode' : 'track';
    expect(items.map(({ kind }) => kind)).toEqual([kinds]);
    expect(startedAt !== null).toBe(status === 'playing');
    expect(progressMs !== null).toBe(status === 'paused');
    // What is not in the player was played before.
    expect(items[0]?.playedAt !== null).toBe(status !== 'playing' && status !== 'paused');
  });
});

it.each(faultNames)('the fault %s: the last lists stay, and come back fresh', async (fault) => {
  const { clock, controls, listening, refreshed } = await bench();
  await listening.get('recently-played');
  await listening.get('top/tracks');
  await clock.pass(7 * hour);
  // The keeper gives up a silent accounts service in real time, so only the Web API is silent here.
  controls.answerNext({ fault, times: 50, ...(fault === 'stall' && { path: '/v1/*' }) });
  const looks = listNames.map((list) => listening.get(list));
  // A stalled answer ends at the deadline.
  for (let seconds = 0; seconds < 30; seconds += 5) await clock.pass(minute / 12);
  for (const answer of await Promise.all(looks)) {
    expect(answer.items.length > 0 || answer.fetchedAt === null).toBe(true);
  }
  await listening.pending();
  controls.forgetAnswers();
  await clock.pass(14 * hour);
  for (const list of ['recently-played', 'top/tracks', 'now-playing'] as const) {
    expect(await refreshed(list)).toMatchObject({ state: 'fresh', problem: null });
  }
});

it('a day of visitors costs one request per list and period, and one token per hour', async () => {
  const { clock, controls, listening, refreshes } = await bench();
  const asked = new Map<string, number>();
  const before = refreshes.length;
  for (let time = 0; time < day; time += 30 * minute) {
    for (const list of listNames) await listening.get(list);
    await listening.pending();
    for (const { path } of controls.requests) asked.set(path, (asked.get(path) ?? 0) + 1);
    controls.forgetRequests();
    clock.time += 30 * minute;
  }
  expect(asked.get('/v1/me/player/recently-played')).toBe(48);
  expect(asked.get('/v1/me/player/currently-playing')).toBe(48);
  expect(asked.get('/v1/me/top/tracks')).toBe(4);
  expect(asked.get('/v1/me/top/artists')).toBe(4);
  expect(refreshes.length - before).toBeLessThanOrEqual(24);
  expect(asked.has('/v1/me')).toBe(false);
});

it('a token that ends keeps the lists until it is renewed; a logout erases them', async () => {
  const { clock, keeper, listening, refreshed, renew } = await bench();
  await listening.get('recently-played');
  await clock.pass(170 * day);
  expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh' });
  expect(await listening.health()).toMatchObject({ status: 'degraded', token: { state: 'expiring', daysLeft: 10 } });
  await clock.pass(15 * day);
  const ended = await refreshed('recently-played');
  expect(ended).toMatchObject({ state: 'failing', problem: { code: 'refresh_token_expired', retryAt: null } });
  expect(ended.items.length).toBeGreaterThan(0);
  expect(await listening.health()).toMatchObject({ status: 'failing', token: { state: 'expired', daysLeft: 0 } });
  await keeper.setAccount({ id: 'maya' });
  await renew();
  await clock.pass(minute);
  expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', problem: null });
  expect(await listening.health()).toMatchObject({ status: 'ok' });
  await keeper.forget();
  await clock.pass(2 * minute);
  expect(await refreshed('recently-played')).toMatchObject({
    state: 'failing',
    items: [],
    problem: { code: 'not_logged_in' },
  });
});
