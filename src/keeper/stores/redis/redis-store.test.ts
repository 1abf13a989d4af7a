import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redisStore, type RedisClient } from './redis-store.ts';
import { hasProgram, needs } from '../../../../test/support/command/program.ts';
import {
  openIoredis,
  openIovalkey,
  openNodeRedis,
  type OpenClient,
} from '../../../../test/support/keeper/redis-clients.ts';
import { redisProgram, startRedis, type RedisServer } from '../../../../test/support/keeper/redis-server.ts';
import { tokenStoreContract } from '../../../../test/support/keeper/token-store-contract.ts';
import { checkAgainstModel } from '../../../../test/support/keeper/token-store-model.ts';

let server: RedisServer | undefined;
const port = () => server?.port ?? 0;
const opened: OpenClient[] = [];
let keys = 0;
const newKey = () => `refrain:test:${(keys += 1)}`;

beforeAll(async () => {
  if (hasProgram(redisProgram)) server = await startRedis();
});
afterAll(async () => {
  for (const { close } of opened) close();
  await server?.close();
});
beforeEach((context) => needs(context, redisProgram));

const clients: Record<string, (port: number) => Promise<OpenClient>> = {
  ioredis: openIoredis,
  iovalkey: openIovalkey,
  redis: openNodeRedis,
};

async function open(name: string): Promise<RedisClient> {
  const made = await (clients[name] as (port: number) => Promise<OpenClient>)(port());
  opened.push(made);
  return made.client;
}

describe.each(Object.keys(clients))('the Redis store with %s', (name) => {
  let shared: RedisClient[] = [];
  beforeAll(async () => {
    if (server) shared = await Promise.all([open(name), open(name)]);
  });
  const newPlace = async () => {
    const key = newKey();
    let count = 0;
    return { open: () => redisStore({ client: shared[(count += 1) % 2] as RedisClient, key }) };
  };

  it.each(tokenStoreContract)('$name', async ({ run }) => {
    await expect(run(newPlace)).resolves.toBeUndefined();
  });

  it('does what the model does, for any calls', async () => {
    await expect(checkAgainstModel(newPlace, 30)).resolves.toBeUndefined();
  });

  it('refuses a version from before the key was deleted', async () => {
    const key = newKey();
    const store = redisStore({ client: shared[0] as RedisClient, key });
    await store.replace('first', undefined);
    const before = await store.read();
    const plain = await openNodeRedis(port());
    opened.push(plain);
    await (plain.client as (typeof plain)['client'] & { del(key: string): Promise<number> }).del(key);
    expect(await store.read()).toBeUndefined();
    expect(await store.replace('late', before?.version)).toBe(false);
    expect(await store.replace('again', undefined)).toBe(true);
    expect(await store.replace('late', before?.version)).toBe(false);
    expect(await store.read()).toMatchObject({ record: 'again' });
  });
});
