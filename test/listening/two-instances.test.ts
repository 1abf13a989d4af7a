import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandler } from '../../src/handler/index.ts';
import type { TokenStore } from '../../src/index.ts';
import type { ListeningCache } from '../../src/listening/index.ts';
import { redisStore } from '../../src/keeper/stores/redis/redis-store.ts';
import { hasProgram, needs } from '../support/command/program.ts';
import { claimantNamed, hour, keeperBench, minute, type KeeperBench } from '../support/keeper/keeper-bench.ts';
import { redisProgram, startRedis, type RedisServer } from '../support/keeper/redis-server.ts';
import { allScopes } from '../support/listening/fake-source.ts';
import { timeLimits } from '../support/time-limits.ts';

let server: RedisServer | undefined;
let clients: readonly [Redis, Redis];

beforeAll(async () => {
  if (!hasProgram(redisProgram)) return;
  server = await startRedis();
  const { port } = server;
  clients = [new Redis({ port }), new Redis({ port })];
});

afterAll(async () => {
  for (const client of clients ?? []) client.disconnect();
  await server?.close();
});

beforeEach(async (context) => {
  needs(context, redisProgram);
  await clients[0].flushall();
});

/** One instance of the site. Each step outside of it has two moments: before it has an effect, and after. */
function openInstance(bench: KeeperBench, number: 0 | 1, diesAt = Infinity) {
  const client = clients[number];
  let moment = 0;
  let die = () => {};
  const died = new Promise<'died'>((done) => (die = () => done('died')));
  /** What a process does after its end never happens. */
  const live = () => {
    if (++moment < diesAt) return Promise.resolve();
    die();
    return new Promise<never>(() => {});
  };
  const step = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    await live();
    const result = await work();
    await live();
    return result;
  };
  const inRedis = redisStore({ client, key: 'token' });
  const store: TokenStore = {
    read: () => step(() => inRedis.read()),
    replace: (record, version) => step(() => inRedis.replace(record, version)),
  };
  const cache: ListeningCache = {
    get: (key) => step(() => client.get(key)),
    set: (key, value) => step(() => client.set(key, value)),
    delete: (key) => step(() => client.del(key)),
  };
  const asked: string[] = [];
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(request.url);
    return step(() => bench.fetch(request));
  };
  const keeper = bench.keeper({
    store,
    fetch: send,
    // Neither can find out whether the other is alive.
    claimant: claimantNamed(`instance ${number}`, { value: undefined }),
  });
  const handler = createHandler({ keeper, cache, clock: bench.clock });
  const view = async (list = 'recently-played') => {
    const answer = await handler(new Request(`https://site.test/${list}.json`));
    expect(answer.status).toBe(200);
    return (await answer.json()) as { state: string; items: unknown[]; problem: { code: string } | null };
  };
  const viewUntilFresh = (list?: string) =>
    vi.waitFor(async () => expect(await view(list)).toMatchObject({ state: 'fresh', problem: null }), {
      timeout: timeLimits.wait,
      interval: 5,
    });
  const fetches = (part: string) => asked.filter((address) => address.includes(part)).length;
  return { keeper, view, viewUntilFresh, fetches, died, moments: () => moment };
}

/** Two instances that share a token, whose access token has expired. */
async function openSite({ diesAt, rotates = false }: { diesAt?: number; rotates?: boolean } = {}) {
  const bench = keeperBench();
  bench.controls.set({ rotatesRefreshTokens: rotates });
  const first = openInstance(bench, 0);
  await first.keeper.adopt(await bench.consent(undefined, allScopes));
  if (rotates) await first.keeper.refreshNow();
  bench.clock.time += 2 * hour;
  bench.refreshes.length = 0;
  const one = openInstance(bench, 0, diesAt);
  const two = openInstance(bench, 1);
  return { bench, one, two };
}

describe('two instances on one Redis', () => {
  it('refresh the token once, and fetch a list at most once each, for 100 first views at once', async () => {
    const { bench, one, two } = await openSite();
    const views = Array.from({ length: 50 }, () => [one.view(), two.view()]).flat();
    const answers = await Promise.all(views);
    expect(answers.filter(({ items }) => items.length === 0)).toEqual([]);
    expect(bench.refreshes).toHaveLength(1);
    for (const instance of [one, two]) expect(instance.fetches('recently-played')).toBeLessThanOrEqual(1);
  });

  it('fetch at most once each in a period, and refresh once an hour, through two hours of views', async () => {
    const { bench, one, two } = await openSite();
    const counts = () => [one, two].map(({ fetches }) => fetches('recently-played'));
    for (let period = 0; period < 60; period++) {
      const before = counts();
      await Promise.all([one.viewUntilFresh(), two.viewUntilFresh()]);
      const more = counts().map((count, index) => count - (before[index] ?? 0));
      expect([Math.max(...more) <= 1, Math.max(...more) >= 1]).toEqual([true, true]);
      bench.clock.time += 2 * minute;
    }
    expect(bench.refreshes.length).toBeLessThanOrEqual(2);
  });

  it('share what one of them has fetched', async () => {
    const { one, two } = await openSite();
    await one.viewUntilFresh();
    // The list is saved after it was answered.
    await vi.waitFor(async () => expect(await clients[0].keys('refrain:1:*:recently-played')).toHaveLength(1));
    await two.viewUntilFresh();
    expect([one.fetches('recently-played'), two.fetches('recently-played')]).toEqual([1, 0]);
  });
});

/** How many moments a first view has, counted by one that lives. */
async function countMoments(rotates: boolean): Promise<number> {
  const { one } = await openSite({ rotates });
  await one.viewUntilFresh();
  await vi.waitFor(async () => expect(await clients[0].keys('refrain:1:*')).toHaveLength(2));
  await clients[0].flushall();
  return one.moments();
}

describe('one is killed at any moment of its first view', () => {
  it('the other goes on', async () => {
    const moments = await countMoments(false);
    expect(moments).toBeGreaterThan(20);
    for (let diesAt = 1; diesAt <= moments; diesAt++) {
      const { bench, one, two } = await openSite({ diesAt });
      await Promise.race([one.died, one.view()]);
      await two.viewUntilFresh();
      await two.viewUntilFresh('top/tracks');
      // The one that was killed may have been about to send, or to save.
      expect([diesAt, bench.refreshes.length <= 2, two.fetches('recently-played') <= 1]).toEqual([diesAt, true, true]);
      await clients[0].flushall();
    }
  });

  it('of a rotating app: no token is sent twice, and the other goes on unless an answer was lost', async () => {
    const moments = await countMoments(true);
    const states = new Set<string>();
    for (let diesAt = 1; diesAt <= moments; diesAt++) {
      const { bench, one, two } = await openSite({ diesAt, rotates: true });
      await Promise.race([one.died, one.view()]);
      await vi.waitFor(async () => expect((await two.view()).state).toMatch(/fresh|failing/), {
        timeout: timeLimits.wait,
      });
      const { state, problem } = await two.view();
      states.add(`${state} ${problem?.code}`);
      const sent = bench.refreshes.map(({ refreshToken }) => refreshToken);
      expect([diesAt, new Set(sent).size]).toEqual([diesAt, sent.length]);
      await clients[0].flushall();
    }
    expect([...states].toSorted()).toEqual(['failing refresh_token_in_doubt', 'fresh undefined']);
  });
});
