import { inspect } from 'node:util';
import { Redis as Valkey } from 'iovalkey';
import { createClient, createClientPool, createCluster, RESP_TYPES } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { redisStore, type RedisClient } from './redis-store.ts';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { hasProgram, needs } from '../../../../test/support/command/program.ts';
import { openIovalkey, openNodeRedis, type OpenClient } from '../../../../test/support/keeper/redis-clients.ts';
import { redisProgram, startRedis, type RedisServer } from '../../../../test/support/keeper/redis-server.ts';
import { timeLimits } from '../../../../test/support/time-limits.ts';

const secret = 'AQ-a-refresh-token';
const record = `{"refreshToken":"${secret}"}`;

let server: RedisServer;
const closing: (() => void)[] = [];
let keys = 0;
const newKey = () => `refrain:trouble:${(keys += 1)}`;

beforeAll(async () => {
  if (hasProgram(redisProgram)) server = await startRedis();
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
afterAll(() => server?.close());
beforeEach((context) => needs(context, redisProgram));

/** Another client, to check from outside. */
async function plain() {
  const client = await createClient({ url: `redis://127.0.0.1:${server.port}` }).connect();
  closing.push(() => client.destroy());
  return client;
}

const clients = { iovalkey: openIovalkey, redis: openNodeRedis };

async function storeWith(open: (port: number) => Promise<OpenClient>, key: string, timeLimit?: number) {
  const { client, close } = await open(server.port);
  closing.push(close);
  return redisStore({ client, key, timeLimit });
}

/** The error of a store, which must not contain what was sent. */
async function failing(work: () => Promise<unknown>) {
  const error = await failureOf(work);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  return error;
}

it('a time limit without an end waits for the answer', async () => {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let answer = (_: unknown) => {};
  const client = () => new Promise((resolve) => (answer = resolve));
  const reading = redisStore({ client, key: newKey(), timeLimit: Infinity }).read();
  await vi.advanceTimersByTimeAsync(3_600_000);
  answer([]);
  expect(await reading).toBeUndefined();
});

it('a client that repeats a call after a broken connection gets yes for its own write', async () => {
  const redis = await plain();
  const twice = async (command: readonly string[]) => {
    await redis.sendCommand([...command]);
    return redis.sendCommand([...command]);
  };
  const store = redisStore({ client: twice, key: newKey() });
  expect(await store.replace(record, undefined)).toBe(true);
  const stored = await store.read();
  expect(stored?.record).toBe(record);
  expect(await store.replace('next', stored?.version)).toBe(true);
  expect(await store.replace('other', stored?.version)).toBe(false);
});

describe.each(Object.entries(clients))('with %s', (_, open) => {
  it.each(['string', 'list', 'hash of another program'])(
    'a key that holds a %s is refused and not changed',
    async (kind) => {
      const key = newKey();
      const redis = await plain();
      if (kind === 'string') await redis.set(key, 'theirs');
      else if (kind === 'list') await redis.rPush(key, 'theirs');
      else await redis.hSet(key, 'name', 'theirs');
      const before = await redis.dump(key);
      const store = await storeWith(open, key);
      for (const work of [
        () => store.read(),
        () => store.replace(record, undefined),
        () => store.replace(record, '1.a'),
      ]) {
        expect(await failing(work)).toMatchObject({ code: 'store_failed', detail: expect.stringContaining(key) });
      }
      expect(await redis.dump(key)).toEqual(before);
    },
  );

  it('a full server is reported by its own code, and the record stays', async () => {
    const store = await storeWith(open, newKey());
    await store.replace('before', undefined);
    const before = await store.read();
    const redis = await plain();
    await redis.configSet('maxmemory', '1');
    const error = await failing(() => store.replace(record, before?.version));
    await redis.configSet('maxmemory', '0');
    expect(error).toMatchObject({ code: 'store_failed', cause: { code: 'OOM' } });
    expect(await store.read()).toEqual(before);
  });

  it('a read-only replica is reported by its own code', async () => {
    const store = await storeWith(open, newKey());
    const redis = await plain();
    await redis.sendCommand(['REPLICAOF', '127.0.0.1', '1']);
    const error = await failing(() => store.replace(record, undefined));
    await redis.sendCommand(['REPLICAOF', 'NO', 'ONE']);
    expect(error).toMatchObject({ code: 'store_failed', cause: { code: 'READONLY' } });
  });

  it('a user who may not run scripts is reported by the server’s own code', async () => {
    const store = await storeWith(open, newKey());
    const redis = await plain();
    await redis.aclSetUser('default', '-eval');
    const error = await failing(() => store.replace(record, undefined));
    await redis.aclSetUser('default', '+eval');
    expect(error).toMatchObject({ code: 'store_failed', cause: { code: 'NOPERM' } });
  });

  it('a server that never answers is an error after the time limit', async () => {
    const store = await storeWith(open, newKey(), 200);
    await store.replace('before', undefined);
    server.pause();
    const error = await failing(() => store.replace(record, undefined));
    server.resume();
    expect(error).toMatchObject({ code: 'store_failed', cause: { code: 'ETIMEDOUT' } });
    expect(await store.read()).toMatchObject({ record: 'before' });
  });

  it('a killed server keeps acknowledged writes', async () => {
    const store = await storeWith(open, newKey(), 300);
    await store.replace(record, undefined);
    const before = await store.read();
    await server.kill();
    await failing(() => store.read());
    await server.startAgain();
    await expect.poll(() => store.read().catch(() => 'away'), { timeout: timeLimits.wait }).toEqual(before);
    expect(await store.replace('next', before?.version)).toBe(true);
  });

  it('a write that failed may be done when the server is back, and a read shows it', async () => {
    const store = await storeWith(open, newKey(), 300);
    await store.replace('before', undefined);
    const before = await store.read();
    await server.kill();
    await failing(() => store.replace('late', before?.version));
    await server.startAgain();
    let after: Awaited<ReturnType<typeof store.read>>;
    await expect
      .poll(async () => (after = await store.read().catch(() => undefined)), { timeout: timeLimits.wait })
      .toBeDefined();
    expect(['before', 'late']).toContain(after?.record);
    // After a read, no late write changes it.
    expect(await store.replace('next', after?.version)).toBe(true);
    expect((await store.read())?.record).toBe('next');
  });

  it('the next write removes a lifetime from the key', async () => {
    const key = newKey();
    const store = await storeWith(open, key);
    await store.replace('one', undefined);
    const redis = await plain();
    await redis.expire(key, 1000);
    await store.replace('two', (await store.read())?.version);
    expect(await redis.ttl(key)).toBe(-1);
  });
});

describe('clients with other settings', () => {
  const url = () => `redis://127.0.0.1:${server.port}`;
  const made: Record<string, () => Promise<OpenClient>> = {
    'redis, as a pool': async () => {
      const client = createClientPool({ url: url() });
      await client.connect();
      return { client, close: () => client.destroy() };
    },
    'redis, giving bytes': async () => {
      const client = await createClient({ url: url() }).connect();
      return { client: client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }), close: () => client.destroy() };
    },
    'redis, with RESP 2': async () => {
      const client = await createClient({ url: url(), RESP: 2 }).connect();
      return { client, close: () => client.destroy() };
    },
    'redis, without a queue': async () => {
      const client = await createClient({ url: url(), disableOfflineQueue: true }).connect();
      return { client, close: () => client.destroy() };
    },
    'iovalkey, with a prefix': async () => {
      const client = new Valkey(server.port, '127.0.0.1', { keyPrefix: 'app:' });
      return { client, close: () => client.disconnect() };
    },
    'iovalkey, sending together': async () => {
      const client = new Valkey(server.port, '127.0.0.1', { enableAutoPipelining: true });
      return { client, close: () => client.disconnect() };
    },
    'a function': async () => {
      const client = await createClient({ url: url() }).connect();
      return { client: (command) => client.sendCommand([...command]), close: () => client.destroy() };
    },
  };

  it.each(Object.entries(made))('%s: returns a record unchanged, and refuses old versions', async (_, open) => {
    const { client, close } = await open();
    closing.push(close);
    const store = redisStore({ client, key: newKey() });
    expect(await store.read()).toBeUndefined();
    for (const text of ['', '\ufeff{"a":"\u{1f3b5}\u0000\n"}', 'x'.repeat(100_000)]) {
      const before = await store.read();
      expect(await store.replace(text, before?.version)).toBe(true);
      expect(await store.replace('late', before?.version)).toBe(false);
      expect((await store.read())?.record).toBe(text);
    }
  });

  it('with a user who has only the documented permissions', async () => {
    const redis = await plain();
    const may = ['+eval', '+hget', '+hmget', '+hset', '+type', '+persist', '+@connection'];
    await redis.aclSetUser('keeper', ['on', '>a password', '~refrain:*', ...may]);
    const one = await createClient({ url: url(), username: 'keeper', password: 'a password' }).connect();
    const options = { username: 'keeper', password: 'a password', enableReadyCheck: false };
    const other = new Valkey(server.port, '127.0.0.1', options);
    closing.push(
      () => one.destroy(),
      () => other.disconnect(),
    );
    const key = newKey();
    expect(await redisStore({ client: one, key }).replace('one', undefined)).toBe(true);
    const store = redisStore({ client: other, key });
    expect(await store.replace('two', (await store.read())?.version)).toBe(true);
    expect(await redisStore({ client: one, key }).read()).toMatchObject({ record: 'two' });
    expect(await failing(() => redisStore({ client: one, key: 'another' }).read())).toMatchObject({
      code: 'store_failed',
      cause: { code: expect.stringMatching(/^(?:NOPERM|ERR)$/) },
    });
  });

  it('with a cluster: both libraries find the node that holds the key', async () => {
    const cluster = await startRedis('--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1');
    const redis = await createClient({ url: `redis://127.0.0.1:${cluster.port}` }).connect();
    await redis.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', '0', '16383']);
    await expect.poll(() => redis.clusterInfo(), { timeout: timeLimits.wait }).toContain('cluster_state:ok');
    redis.destroy();
    const nodeRedis = createCluster({ rootNodes: [{ url: `redis://127.0.0.1:${cluster.port}` }] });
    await nodeRedis.connect();
    const valkey = new Valkey.Cluster([{ host: '127.0.0.1', port: cluster.port }]);
    const [one, other] = [nodeRedis, valkey].map((client) => redisStore({ client, key: 'a key' }));
    expect(await one?.replace('one', undefined)).toBe(true);
    const seen = await other?.read();
    expect(await other?.replace('two', seen?.version)).toBe(true);
    expect(await one?.replace('late', seen?.version)).toBe(false);
    expect(await one?.read()).toMatchObject({ record: 'two' });
    nodeRedis.destroy();
    valkey.disconnect();
    await cluster.close();
  });

  it.each([
    ['nothing', undefined],
    ['an address', 'redis://127.0.0.1:6379'],
    ['get and set', { get: () => {}, set: () => {} }],
    ['redis 3, which supports only callbacks', { send_command: () => {}, sendCommand: () => {}, eval: () => {} }],
    ['a Keyv', new Map()],
  ])('refuses %s and names what it takes', async (_, client) => {
    const error = await failureOf(() => redisStore({ client: client as unknown as RedisClient, key: 'k' }));
    expect(error).toMatchObject({
      code: 'store_not_atomic',
      detail: expect.stringMatching(/ioredis, iovalkey or redis/),
    });
  });

  it('refuses an empty key, and a time limit that is none', () => {
    expect(() => redisStore({ client: async () => [], key: '' })).toThrow(TypeError);
    for (const timeLimit of [Number.NaN, 0, -1]) {
      expect(() => redisStore({ client: async () => [], key: 'a', timeLimit })).toThrow(/timeLimit/);
    }
  });

  it.each([[null], ['OK'], [1], [[1, 2]], [['1.a']], [{ version: '1', record: 'x' }]])(
    'takes %j for no answer',
    async (answer) => {
      const store = redisStore({ client: async () => answer, key: 'k' });
      expect(await failureOf(() => store.read())).toMatchObject({ code: 'store_failed' });
      expect(await failureOf(() => store.replace('x', undefined))).toMatchObject({ code: 'store_failed' });
    },
  );

  it.each([
    new Error(record),
    Object.assign(new Error('ERR wrong'), { command: { name: 'eval', args: [record] }, code: record }),
    Object.assign(new Error('x'), { name: record, code: 'ECONNREFUSED' }),
    record,
    undefined,
    { message: record, name: record, toString: () => record },
  ])('drops all of what a client throws but its name and code: %#', async (thrown) => {
    const store = redisStore({ client: () => Promise.reject(thrown as Error), key: 'k' });
    expect(await failing(() => store.replace(record, undefined))).toMatchObject({ code: 'store_failed' });
  });

  it('handles a client that throws synchronously', async () => {
    const client = () => {
      throw new Error(record);
    };
    expect(await failing(() => redisStore({ client, key: 'k' }).read())).toMatchObject({ code: 'store_failed' });
  });
});
