// @ts-check
/** One run: a server, clients, a store and a person, until every line has its rotations. The logs contain what happened. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keeperNamed } from './built.mjs';
import { hashOf, openLog } from './log.mjs';
import { createPerson } from './person.mjs';
import { dealFaults } from './spotify/plan.mjs';
import { startClients } from './start-clients.mjs';
import { startSpotify } from './start-spotify.mjs';
import { findFreePort } from '../../scripts/free-port.mjs';
import { openStores } from './stores/open-store.mjs';
import { startRedisPair } from './stores/redis-pair.mjs';

/**
 * @typedef {object} RunOptions
 * @property {import('./spotify/plan.mjs').StoreKind} store
 * @property {number} processes
 * @property {number} lines
 * @property {number} steady additional lines whose tokens do not rotate
 * @property {number} rotations of each line, or refreshes
 * @property {number} faults of each kind
 * @property {readonly string[] | undefined} kinds of faults; undefined: all
 * @property {number} seed
 * @property {import('./built.mjs').KeeperName} keeper
 * @property {number} minutes the longest that it may take
 * @property {number} pause the longest pause between two uses of a client on a line, milliseconds
 */

/**
 * @param {RunOptions} options
 * @param {{ onProgress?(progress: { seconds: number, rotations: number, faultsLeft: number }): void, signal?: AbortSignal }} [actions]
 * `signal` aborts it
 * @returns {Promise<{ logs: string, seconds: number, isWhole: boolean }>} `isWhole`: it finished in time
 */
export async function runHistory(options, { onProgress = () => {}, signal } = {}) {
  const { store: kind, processes, steady, rotations, faults, kinds, seed, keeper, minutes, pause } = options;
  const lines = options.lines + steady;
  const folder = mkdtempSync(join(tmpdir(), 'refrain-keeper-'));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const log = openLog(logs, 'run');
  log('run', { ...options });
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  /** @type {(() => unknown)[]} */
  const closing = [];
  try {
    const redis = kind === 'redis' ? await startRedisPair(folder, log) : undefined;
    if (redis) closing.push(redis.close);
    /** @type {import('./stores/open-store.mjs').StorePlace} */
    const place = redis ? { kind: 'redis', port: redis.port } : { kind: 'file', folder: join(folder, 'profiles') };
    /** @type {Promise<void>} */
    let trouble = Promise.resolve();
    const decks = dealFaults({ seed, store: kind, lines, rotations, faults, kinds });
    const server = await startSpotify(
      { logs, seed, rotations, rotating: options.lines, decks },
      {
        onProgress({ rotations: done, faultsLeft }) {
          const sum = Object.values(done).reduce((total, one) => total + one, 0);
          onProgress({ seconds: seconds(), rotations: sum, faultsLeft });
        },
        onConsentWanted: (line) => person.consent(line, 'impatience'),
        breakStore: (name, amount) => (trouble = redis?.fail(name, amount) ?? trouble),
      },
    );
    closing.push(server.close);
    const { url } = server;
    const createTokenKeeper = await keeperNamed(keeper);
    const stores = await openStores(place);
    closing.push(stores.close);
    const openStore = (/** @type {number} */ line) => stores.store(line);
    const person = await createPerson({ url, seed, createTokenKeeper, openStore, log });
    for (let line = 0; line < lines; line++) person.consent(line, 'first');
    await person.rest();

    const deadUrl = `http://127.0.0.1:${await findFreePort()}/api/token`;
    const clients = startClients(
      processes,
      { logs, url, deadUrl, place, keeper, lines, seed, pause },
      { log, needsPerson: (line, code) => person.help(line, code) },
    );
    closing.push(clients.end);
    const isWhole = await inTime(clients.finished, minutes * 60_000, signal);
    clients.end();
    await clients.finished.catch(() => {});
    await person.rest();
    await trouble;
    for (let line = 0; line < lines; line++) await logEnd(line, person.keeperOf(line), server, log);
    return { logs, seconds: seconds(), isWhole };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

/** Whether the work ends within a time limit. @param {Promise<unknown>} work @param {number} milliseconds @param {AbortSignal} [signal] */
async function inTime(work, milliseconds, signal) {
  const { promise, resolve } = withResolvers();
  const timer = setTimeout(resolve, milliseconds, 'late');
  signal?.addEventListener('abort', () => resolve('late'));
  const first = await Promise.race([work, promise]);
  clearTimeout(timer);
  return first !== 'late';
}

/** @returns {{ promise: Promise<unknown>, resolve: (value: unknown) => void }} */
function withResolvers() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

/**
 * Logs the end state: what the store holds, what the keeper reports, and what the server accepts.
 * @param {number} line @param {any} keeper @param {Awaited<ReturnType<typeof startSpotify>>} server
 * @param {(event: string, facts: Record<string, unknown>) => void} log
 */
async function logEnd(line, keeper, server, log) {
  try {
    const [{ state, unsaved }, kept] = [await keeper.state(), await keeper.secrets()];
    log('end', { line, state, unsaved, held: hashOf(kept?.refreshToken), ...(await server.harness('live', { line })) });
  } catch (error) {
    const { code = String(error) } = /** @type {{ code?: string }} */ (error);
    log('end', { line, state: code, ...(await server.harness('live', { line })) });
  }
}
