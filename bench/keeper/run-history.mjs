// @ts-check
/** One run: a server, its clients, a store and a person, until every line has its rotations. What happened is in the logs. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keeperNamed } from './built.mjs';
import { hashOf, openLog } from './log.mjs';
import { createPerson } from './person.mjs';
import { dealFaults } from './spotify/plan.mjs';
import { startClients } from './start-clients.mjs';
import { startSpotify } from './start-spotify.mjs';
import { freePort } from './stores/free-port.mjs';
import { openStores } from './stores/open-store.mjs';
import { startRedisPair } from './stores/redis-pair.mjs';

/**
 * @typedef {object} RunOptions
 * @property {import('./spotify/plan.mjs').StoreKind} store
 * @property {number} processes
 * @property {number} lines
 * @property {number} rotations of each line
 * @property {number} faults of each kind
 * @property {readonly string[] | undefined} kinds of faults; undefined: all
 * @property {number} seed
 * @property {import('./built.mjs').KeeperName} keeper
 * @property {number} minutes the longest that it may take
 * @property {number} pause the longest pause between two uses of a client on a line, milliseconds
 */

/**
 * @param {RunOptions} options
 * @param {(words: { seconds: number, rotations: number, faultsLeft: number }) => void} [onProgress]
 * @returns {Promise<{ logs: string, seconds: number, isWhole: boolean }>} `isWhole`: it came to its end in time
 */
export async function runHistory(options, onProgress = () => {}) {
  const { store: kind, processes, lines, rotations, faults, kinds, seed, keeper, minutes, pause } = options;
  const folder = mkdtempSync(join(tmpdir(), 'refrain-keeper-'));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const log = openLog(logs, 'run');
  log('run', { ...options });

  const redis = kind === 'redis' ? await startRedisPair(folder, log) : undefined;
  /** @type {import('./stores/open-store.mjs').StorePlace} */
  const place = redis ? { kind: 'redis', port: redis.port } : { kind: 'file', folder: join(folder, 'profiles') };
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const server = await startSpotify(
    { logs, seed, rotations, decks: dealFaults({ seed, store: kind, lines, rotations, faults, kinds }) },
    {
      onProgress: ({ rotations: done, faultsLeft }) =>
        onProgress({
          seconds: seconds(),
          rotations: Object.values(done).reduce((sum, one) => sum + one, 0),
          faultsLeft,
        }),
      onConsentWanted: (line) => person.consent(line, 'impatience'),
      breakStore(trouble, amount) {
        const over = redis?.befall(trouble, amount) ?? Promise.resolve();
        // The server goes on at once: what it broke stays broken for a while.
        return { struck: Promise.resolve(), over };
      },
    },
  );
  const createTokenKeeper = await keeperNamed(keeper);
  const stores = await openStores(place);
  const person = await createPerson({
    url: server.url,
    seed,
    createTokenKeeper,
    openStore: (line) => stores.store(line),
    log,
  });

  for (let line = 0; line < lines; line++) person.consent(line, 'first');
  await person.rest();
  const clients = startClients(
    processes,
    {
      logs,
      url: server.url,
      deadUrl: `http://127.0.0.1:${await freePort()}/api/token`,
      place,
      keeper,
      lines,
      seed,
      pause,
    },
    { log, needsPerson: (line, code) => person.help(line, code) },
  );
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, minutes * 60_000, 'late')));
  const isWhole = (await Promise.race([clients.finished, late])) !== 'late';
  clearTimeout(timer);
  clients.end();
  await clients.finished.catch(() => {});
  await person.rest();

  for (let line = 0; line < lines; line++) await lookAt(line, person.keeperOf(line), server, log);
  stores.close();
  await server.close();
  await redis?.close();
  return { logs, seconds: seconds(), isWhole };
}

/**
 * At the end: what the store holds, what it says of it, and what the server would take.
 * @param {number} line @param {any} keeper @param {Awaited<ReturnType<typeof startSpotify>>} server
 * @param {(event: string, facts: Record<string, unknown>) => void} log
 */
async function lookAt(line, keeper, server, log) {
  try {
    const [{ state, unsaved }, kept] = [await keeper.state(), await keeper.secrets()];
    log('end', { line, state, unsaved, held: hashOf(kept?.refreshToken), ...(await server.harness('live', { line })) });
  } catch (error) {
    const { code = String(error) } = /** @type {{ code?: string }} */ (error);
    log('end', { line, state: code, ...(await server.harness('live', { line })) });
  }
}
