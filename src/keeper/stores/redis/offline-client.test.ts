import { EventEmitter } from 'node:events';
import { Redis as Valkey } from 'iovalkey';
import { createClient } from 'redis';
import { expect, it, vi } from 'vitest';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { redisStore, type RedisClient } from './redis-store.ts';

/** A port that nothing listens on. */
const offline = 'redis://127.0.0.1:1';

const clients: Record<string, () => RedisClient & { end(): void }> = {
  redis: () => {
    const client = createClient({ url: offline });
    client.connect().catch(() => {});
    return Object.assign(client, { end: () => client.destroy() });
  },
  iovalkey: () => {
    const client = new Valkey(offline);
    return Object.assign(client, { end: () => client.disconnect() });
  },
};

it.each(Object.entries(clients))('an offline client of %s gives an error and no stack trace', async (_, open) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const client = open();
  const store = redisStore({ client, key: 'refrain:offline', timeLimit: 300 });
  const { code, detail } = await failureOf(() => store.read());
  client.end();
  expect(code).toBe('store_failed');
  expect(detail).toMatch(/^Redis, key refrain:offline: /);
  // The client throws an `error` event that has no listener: that would end this test.
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
});

it('a client whose errors the program listens to keeps its listeners', () => {
  const client = Object.assign(new EventEmitter(), { call: async () => null });
  client.on('error', () => {});
  redisStore({ client, key: 'key' });
  expect(client.listenerCount('error')).toBe(1);
});
