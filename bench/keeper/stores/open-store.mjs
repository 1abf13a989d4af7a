// @ts-check
/** The stores of a run, for the clients, the person and the check at the end. */
import { join } from 'node:path';
import { built } from '../built.mjs';

/**
 * @typedef {{ kind: 'file', folder: string } | { kind: 'redis', port: number }} StorePlace
 */

export const keyOf = (/** @type {number} */ line) => `refrain:line:${line}`;
const folderOf = (/** @type {string} */ folder, /** @type {number} */ line) => join(folder, `line-${line}`);

/**
 * @param {StorePlace} place
 * @param {{ library?: 'redis' | 'iovalkey' }} [choice] the Redis client to use; the store takes either
 * @returns {Promise<{ store(line: number, fileSystem?: unknown): any, close(): void }>}
 */
export async function openStores(place, { library = 'redis' } = {}) {
  if (place.kind === 'file') {
    const { fileStore } = await built('keeper/stores/file/file-store.js');
    return {
      store: (line, fileSystem) =>
        fileStore({ folder: folderOf(place.folder, line), ...(fileSystem ? { fileSystem } : {}) }),
      close() {},
    };
  }
  const { redisStore } = await built('keeper/stores/redis/redis-store.js');
  const { client, close } = library === 'redis' ? await openRedis(place.port) : await openValkey(place.port);
  return { store: (line) => redisStore({ client, key: keyOf(line) }), close };
}

/** @param {number} port */
async function openRedis(port) {
  const { createClient } = await import('redis');
  const client = createClient({
    url: `redis://127.0.0.1:${port}`,
    disableOfflineQueue: true,
    socket: { reconnectStrategy: 50 },
  });
  // Each failed try to connect is an event; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  return { client, close: () => client.destroy() };
}

/** @param {number} port */
async function openValkey(port) {
  const { Redis: Valkey } = await import('iovalkey');
  const client = new Valkey({ host: '127.0.0.1', port, retryStrategy: () => 50, maxRetriesPerRequest: 1 });
  client.on('error', () => {});
  return { client, close: () => client.disconnect() };
}
