import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seeded } from '../../bench/keeper/seeded.mjs';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node.ts';
import {
  buildAuthorizationUrl,
  checkCallback,
  createAuthorizationRequest,
  createTokenKeeper,
  exchangeCode,
  systemClock,
} from '../../src/index.ts';
import { redisStore } from '../../src/keeper/stores/redis/redis-store.ts';
import { hasProgram, needs } from '../support/command/program.ts';
import { hour, minute } from '../support/keeper/keeper-bench.ts';
import { redisProgram, startRedis, type RedisServer } from '../support/keeper/redis-server.ts';
import { allScopes } from '../support/listening/fake-source.ts';
import { startSite, type Site } from '../support/listening/start-site.ts';
import { timeLimits } from '../support/time-limits.ts';

const kills = 8;
/** A first view of a list has about this many moments between two steps outside of the process. */
const moments = 24;

let redis: RedisServer;
let client: Redis;
let emulator: RunningEmulator;
let one: Site;
let two: Site;
/** Milliseconds that all clocks are ahead of the real time. */
let ahead = 0;

const start = (name: string) =>
  startSite({
    name,
    redisPort: redis.port,
    spotify: emulator.url,
    clientId: emulator.practiceClientId,
    ahead,
  });

beforeAll(async () => {
  if (!hasProgram(redisProgram)) return;
  [redis, emulator] = await Promise.all([startRedis(), startEmulator()]);
  client = new Redis({ port: redis.port });
  emulator.controls.set({ consent: 'agree' });
  [one, two] = await Promise.all([start('one'), start('two')]);
});

afterAll(async () => {
  await Promise.all([one?.kill(), two?.kill()]);
  client?.disconnect();
  await Promise.all([emulator?.close(), redis?.close()]);
});

beforeEach((context) => needs(context, redisProgram));

async function pass(time: number): Promise<void> {
  ahead += time;
  emulator.controls.moveClock({ advanceMs: time });
  await Promise.all([one.move(ahead), two.move(ahead)]);
}

/** A new token in Redis, whose access token has expired, and nothing else. The sites forget their lists with the account. */
async function signIn(listener: string): Promise<void> {
  await client.flushall();
  const { url, practiceClientId: clientId } = emulator;
  const endpoints = { accountsUrl: url, apiUrl: url };
  emulator.controls.signIn({ listener });
  const redirectUri = 'http://127.0.0.1:8888/callback';
  const grant = 'authorization_code_pkce';
  const request = createAuthorizationRequest({ grant, clientId, redirectUri, scopes: allScopes });
  const back = await fetch(await buildAuthorizationUrl(request, endpoints), { redirect: 'manual' });
  const callback = checkCallback(new URL(back.headers.get('location') ?? '').searchParams, request, endpoints);
  const now = () => Date.now() + ahead;
  const tokens = await exchangeCode({ request, callback, endpoints, fetch, now });
  const keeper = createTokenKeeper({
    app: { clientId },
    endpoints,
    store: redisStore({ client, key: 'token' }),
    clock: { ...systemClock, now },
  });
  await keeper.adopt(tokens, { account: { id: listener } });
  await pass(2 * hour);
  emulator.controls.forgetRequests();
}

/** What the emulator was asked, by its own log. */
const asked = () => {
  const { requests } = emulator.controls;
  const lists = (site: string) =>
    requests.filter(({ path, headers }) => path.endsWith('/recently-played') && headers['user-agent'] === site).length;
  return {
    refreshes: requests.filter(({ path }) => path === '/api/token').length,
    one: lists('one'),
    two: lists('two'),
  };
};

const viewUntilFresh = (site: Site) =>
  vi.waitFor(async () => expect((await site.view()).state).toBe('fresh'), { timeout: timeLimits.wait, interval: 20 });

describe('two processes on one Redis', () => {
  it('refresh the token once, and fetch a list at most once each, for 40 first views at once', async () => {
    await signIn('maya.lindqvist');
    const answers = await Promise.all(Array.from({ length: 20 }, () => [one.view(), two.view()]).flat());
    // A first view that takes over 2.5 s, on a busy machine, gets "warming".
    expect(answers.filter(({ state, items }) => items.length === 0 && state !== 'warming')).toEqual([]);
    await Promise.all([viewUntilFresh(one), viewUntilFresh(two)]);
    const { refreshes, ...fetches } = asked();
    expect(refreshes).toBe(1);
    expect(Math.max(fetches.one, fetches.two)).toBe(1);
  });

  it('fetch at most once each in a period, and refresh once an hour', async () => {
    await signIn('maya.lindqvist');
    for (let period = 1; period <= 12; period++) {
      await Promise.all([viewUntilFresh(one), viewUntilFresh(two)]);
      const { refreshes, ...fetches } = asked();
      expect([period, refreshes, fetches.one <= period, fetches.two <= period]).toEqual([period, 1, true, true]);
      await pass(2 * minute);
    }
  });

  it(`go on if the other is killed: ${kills} kills at seeded moments`, async () => {
    const random = seeded(10, 'kills of a site');
    for (let kill = 0; kill < kills; kill++) {
      await signIn(kill % 2 ? 'maya.lindqvist' : 'jules_o_neill');
      const step = 1 + Math.floor(random.next() * moments);
      two.killAtStep(step);
      // Its visitors see a broken connection.
      const lost = (async () => {
        for (const list of ['recently-played', 'top/tracks', 'top/artists']) await two.view(list);
      })().catch(() => {});
      const answers = await Promise.all(Array.from({ length: 5 }, () => one.view()));
      expect(answers).toHaveLength(5);
      await lost;
      await two.kill();
      await viewUntilFresh(one);
      const { refreshes, ...fetches } = asked();
      // The one that was killed may have been about to send, or to save.
      expect([step, refreshes <= 2, fetches.one, fetches.two <= 1]).toEqual([step, true, fetches.one && 1, true]);
      two = await start('two');
      await viewUntilFresh(two);
    }
  });
});
