// @ts-check
/**
 * A Redis server and its replica behind one address, and their faults: killed and started again, full for a while, or
 * failed over to the replica, which lacks the last acknowledged writes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { built } from '../built.mjs';
import { hashOf } from '../log.mjs';
import { startProxy } from './proxy.mjs';
import { findFreePort } from '../../../scripts/free-port.mjs';
import { keyOf } from './open-store.mjs';

/** @typedef {{ port: number, folder: string, process: import('node:child_process').ChildProcess, client: any }} Server */

/** @param {number} port @param {string} folder @returns {Promise<Server>} */
async function start(port, folder) {
  mkdirSync(folder, { recursive: true });
  const server = spawn(
    process.env['REFRAIN_REDIS'] || 'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--appendonly',
      'yes',
      // By default an acknowledged write may still be in memory while the disk is busy.
      '--appendfsync',
      'always',
      '--save',
      '',
      '--repl-diskless-sync-delay',
      '0',
      '--repl-diskless-load',
      'swapdb',
    ],
    { stdio: 'ignore' },
  );
  const client = createClient({ url: `redis://127.0.0.1:${port}`, socket: { reconnectStrategy: 20 } });
  client.on('error', () => {});
  await client.connect();
  return { port, folder, process: server, client };
}

/** Kills a server, as a power failure would. @param {Server} server */
async function kill(server) {
  server.client.destroy();
  if (server.process.exitCode !== null || server.process.signalCode !== null) return;
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
}

/** Every key with its value. @param {Server} server @returns {Promise<Map<string, string>>} */
async function contents({ client }) {
  const keys = await client.keys('*');
  const values = await Promise.all(
    keys.map((/** @type {string} */ key) => client.sendCommand(['DUMP', key], { typeMapping: { 36: Buffer } })),
  );
  return new Map(
    keys.map((/** @type {string} */ key, /** @type {number} */ index) => [
      key,
      Buffer.from(values[index]).toString('base64'),
    ]),
  );
}

/** Makes a server the replica of another, and waits until it has everything. @param {Server} replica @param {Server} primary */
async function follow(replica, primary) {
  // An existing link may be to a primary that is gone.
  await replica.client.sendCommand(['REPLICAOF', 'NO', 'ONE']);
  await replica.client.sendCommand(['REPLICAOF', '127.0.0.1', String(primary.port)]);
  const wanted = await offsetOf(primary, 'master_repl_offset');
  for (;;) {
    const isUp = (await replica.client.info('replication')).includes('master_link_status:up');
    if (isUp && (await offsetOf(replica, 'slave_repl_offset')) >= wanted) return;
    await wait(10);
  }
}

/** @param {Server} server @param {string} name @returns {Promise<number>} its position in the stream of writes */
async function offsetOf({ client }, name) {
  const text = await client.info('replication');
  return Number(new RegExp(`${name}:(\\d+)`).exec(text)?.[1] ?? 0);
}

/**
 * The hash of each line's record. The judge finds out with it when the record was written.
 * @param {Server} server @param {readonly number[]} lines @returns {Promise<Record<number, string | undefined>>}
 */
async function heldBy({ client }, lines) {
  const { redisStore } = await built('keeper/stores/redis/redis-store.js');
  const held = lines.map(async (line) => [
    line,
    hashOf((await redisStore({ client, key: keyOf(line) }).read())?.record),
  ]);
  return Object.fromEntries(await Promise.all(held));
}

/**
 * @param {string} folder for the files of both
 * @param {(event: string, facts: Record<string, unknown>) => number} log
 */
export async function startRedisPair(folder, log) {
  const home = mkdtempSync(join(folder, 'redis-'));
  let count = 0;
  const startNew = async () => start(await findFreePort(), join(home, String(++count)));
  let primary = await startNew();
  let replica = await startNew();
  await follow(replica, primary);
  const proxy = await startProxy(primary.port);

  /** @type {Record<string, (amount: number) => Promise<void>>} */
  const troubles = {
    async 'redis killed'(amount) {
      const { port, folder: kept } = primary;
      log('store down', { kind: 'redis killed' });
      await kill(primary);
      proxy.cut();
      await wait(100 + amount * 500);
      primary = await start(port, kept);
      await follow(replica, primary);
    },
    async 'redis full'(amount) {
      log('store down', { kind: 'redis full' });
      await primary.client.configSet('maxmemory', '1');
      await wait(100 + amount * 700);
      await primary.client.configSet('maxmemory', '0');
    },
    async 'redis failed over'(amount) {
      // From here on the replica gets no more writes.
      const since = log('partition', {});
      await replica.client.sendCommand(['REPLICAOF', 'NO', 'ONE']);
      await wait(10 + amount * 200);
      proxy.close();
      const [before, after] = [await contents(primary), await contents(replica)];
      const lost = [...before]
        .filter(([key, value]) => after.get(key) !== value)
        .map(([key]) => Number(key.match(/line:(\d+)/)?.[1]));
      const lines = [...new Set(lost)];
      const held = await heldBy(replica, lines);
      log('store down', { kind: 'redis failed over', lost: lines, held, since });
      await kill(primary);
      primary = replica;
      proxy.open(primary.port);
      replica = await startNew();
      await follow(replica, primary);
    },
  };

  return {
    port: proxy.port,
    /** @param {string} kind @param {number} amount */
    async fail(kind, amount) {
      await troubles[kind]?.(amount);
      log('store up', { kind });
    },
    async close() {
      proxy.close();
      await Promise.all([kill(primary), kill(replica)]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
