import { Redis } from 'ioredis';
import { Redis as Valkey } from 'iovalkey';
import { createClient } from 'redis';
import type { RedisClient } from '../../../src/keeper/stores/redis/redis-store.ts';

/** A connected client, and how to close it. */
export interface OpenClient {
  readonly client: RedisClient;
  close(): void;
}

// Each failed connection is an `error` event, which ends a process without a listener.
const ignore = () => {};

export async function openIovalkey(port: number): Promise<OpenClient> {
  const client = new Valkey({ host: '127.0.0.1', port, lazyConnect: true, retryStrategy: () => 20 });
  client.on('error', ignore);
  await client.connect();
  return { client, close: () => client.disconnect() };
}

export async function openIoredis(port: number): Promise<OpenClient> {
  const client = new Redis({ host: '127.0.0.1', port, lazyConnect: true, retryStrategy: () => 20 });
  client.on('error', ignore);
  await client.connect();
  return { client, close: () => client.disconnect() };
}

export async function openNodeRedis(port: number): Promise<OpenClient> {
  const client = createClient({ url: `redis://127.0.0.1:${port}`, socket: { reconnectStrategy: 20 } });
  client.on('error', ignore);
  await client.connect();
  return { client, close: () => client.destroy() };
}
