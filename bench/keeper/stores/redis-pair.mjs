// @ts-check
/**
 * Two Redis servers, one following the other, behind one address, and what can befall them: killed and started again,
 * full for a while, or failed over to the one that follows, which lacks what was acknowledged last.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { built } from '../built.mjs';
import { hashOf } from '../log.mjs';
import { startDoor } from './door.mjs';
import { freePort } from './free-port.mjs';
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
      // By default what is acknowledged may wait in memory while the disk is busy.
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

/** Ends a server as a machine does that loses its power. @param {Server} server */
async function kill(server) {
  server.client.destroy();
  if (server.process.exitCode !== null || server.process.signalCode !== null) return;
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
}

/** Every key with what it holds. @param {Server} server @returns {Promise<Map<string, string>>} */
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

/** Until the one that follows has all that the other has now. @param {Server} follower @param {Server} leader */
async function follow(follower, leader) {
  // A link that stands already may be one to a leader that has died since.
  await follower.client.sendCommand(['REPLICAOF', 'NO', 'ONE']);
  await follower.client.sendCommand(['REPLICAOF', '127.0.0.1', String(leader.port)]);
  const wanted = await offsetOf(leader, 'master_repl_offset');
  for (;;) {
    const isUp = (await follower.client.info('replication')).includes('master_link_status:up');
    if (isUp && (await offsetOf(follower, 'slave_repl_offset')) >= wanted) return;
    await wait(10);
  }
}

/** @param {Server} server @param {string} name @returns {Promise<number>} how much of the stream of writes it has seen */
async function offsetOf({ client }, name) {
  const text = await client.info('replication');
  return Number(new RegExp(`${name}:(\\d+)`).exec(text)?.[1] ?? 0);
}

/**
 * What each line's record is, as a hash: so that it can be told when it was written.
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
 * @param {string} folder where they keep their files
 * @param {(event: string, facts: Record<string, unknown>) => number} log
 */
export async function startRedisPair(folder, log) {
  const home = mkdtempSync(join(folder, 'redis-'));
  let count = 0;
  const startNew = async () => start(await freePort(), join(home, String(++count)));
  let leader = await startNew();
  let follower = await startNew();
  await follow(follower, leader);
  const door = await startDoor(leader.port);

  /** @type {Record<string, (amount: number) => Promise<void>>} */
  const troubles = {
    async 'redis killed'(amount) {
      const { port, folder: kept } = leader;
      log('store down', { kind: 'redis killed' });
      await kill(leader);
      door.cut();
      await wait(100 + amount * 500);
      leader = await start(port, kept);
      await follow(follower, leader);
    },
    async 'redis full'(amount) {
      log('store down', { kind: 'redis full' });
      await leader.client.configSet('maxmemory', '1');
      await wait(100 + amount * 700);
      await leader.client.configSet('maxmemory', '0');
    },
    async 'redis failed over'(amount) {
      // From here on the other hears nothing any more of what is acknowledged.
      const since = log('partition', {});
      await follower.client.sendCommand(['REPLICAOF', 'NO', 'ONE']);
      await wait(10 + amount * 200);
      door.close();
      const [before, after] = [await contents(leader), await contents(follower)];
      const lost = [...before]
        .filter(([key, value]) => after.get(key) !== value)
        .map(([key]) => Number(key.match(/line:(\d+)/)?.[1]));
      const lines = [...new Set(lost)];
      const held = await heldBy(follower, lines);
      log('store down', { kind: 'redis failed over', lost: lines, held, since });
      await kill(leader);
      leader = follower;
      door.open(leader.port);
      follower = await startNew();
      await follow(follower, leader);
    },
  };

  return {
    port: door.port,
    /** @param {string} kind @param {number} amount */
    async befall(kind, amount) {
      await troubles[kind]?.(amount);
      log('store up', { kind });
    },
    async close() {
      door.close();
      await Promise.all([kill(leader), kill(follower)]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
