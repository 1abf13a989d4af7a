/**
 * A site in a process of its own: the handler on a Redis that holds the token and the lists. Started by `startSite`. It
 * sends its port, then `step` before and after each step that has an effect outside. `{ ahead }` moves its clock.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Redis } from 'ioredis';
import { createTokenKeeper, systemClock } from 'refrain';
import { createHandler } from 'refrain/handler';
import { redisStore } from 'refrain/stores/redis';

/** @typedef {{ name: string, redisPort: number, spotify: string, clientId: string, ahead: number }} SiteOptions */

/** @type {SiteOptions} */
const { name, redisPort, spotify, clientId, ...options } = JSON.parse(process.argv[2] ?? '{}');
let { ahead } = options;

/** @param {Record<string, unknown>} message */
const tell = (message) => void process.send?.(message);

/** @template Value @param {() => Promise<Value>} work @returns {Promise<Value>} */
async function step(work) {
  tell({ step: true });
  const result = await work();
  tell({ step: true });
  return result;
}

const client = new Redis({ port: redisPort });
const inRedis = redisStore({ client, key: 'token' });
const clock = { ...systemClock, now: () => Date.now() + ahead };
const keeper = createTokenKeeper({
  app: { clientId },
  endpoints: { accountsUrl: spotify, apiUrl: spotify },
  clock,
  store: {
    read: () => step(() => inRedis.read()),
    replace: (record, version) => step(() => inRedis.replace(record, version)),
  },
  // The request log of the emulator tells the sites apart by it.
  fetch: (input, init) => {
    const request = new Request(input, init);
    request.headers.set('user-agent', name);
    return step(() => fetch(request));
  },
});
const handler = createHandler({
  keeper,
  clock,
  cache: {
    get: (key) => step(() => client.get(key)),
    set: (key, value) => step(() => client.set(key, value)),
    delete: (key) => step(() => client.del(key)),
  },
});

process.on('message', (/** @type {{ ahead: number }} */ message) => {
  ahead = message.ahead;
  tell({ moved: true });
});
process.on('disconnect', () => process.exit());
const server = createServer(getRequestListener((request) => handler(request))).listen(0, '127.0.0.1', () => {
  const address = server.address();
  tell({ port: typeof address === 'object' ? address?.port : undefined });
});
