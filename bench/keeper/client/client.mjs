// @ts-check
/**
 * A long-lived client in its own process, started by `startClients`. A line is one chain of rotating refresh tokens. On
 * each line the client asks its keeper for an access token and uses it, again and again, until the server says that the
 * line is done. If the server refuses the access token, the client asks for another one with `rejected`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { built, keeperNamed } from '../built.mjs';
import { hashOf, monotonic, openLog } from '../log.mjs';
import { seeded } from '../seeded.mjs';
import { openStores } from '../stores/open-store.mjs';
import { openLine } from './line.mjs';

/**
 * @typedef {object} ClientOptions
 * @property {string} logs
 * @property {string} url the server's origin
 * @property {string} deadUrl an address without a server
 * @property {import('../stores/open-store.mjs').StorePlace} place
 * @property {import('../built.mjs').KeeperName} keeper
 * @property {number} lines
 * @property {number} seed
 * @property {string} name identifies this start of this client
 * @property {'redis' | 'iovalkey'} library
 * @property {number} pause milliseconds, the longest pause between two uses
 */

/** @type {ClientOptions} */
const options = JSON.parse(process.argv[2] ?? '{}');
const { url, deadUrl, lines, place, library } = options;
const log = openLog(options.logs, 'client');
log('started', { name: options.name });
process.on('disconnect', () => process.exit(0));

/** @param {string} route @param {object} body */
const harness = async (route, body) =>
  (await fetch(`${url}/harness/${route}`, { method: 'POST', body: JSON.stringify(body) })).json();

const createTokenKeeper = await keeperNamed(options.keeper);
const { systemClock } = await built('keeper/platform/clock.js');
const stores = await openStores(place, { library });
const random = seeded(options.seed, `client ${options.name}`);
const skew = { milliseconds: 0 };
// Logs when this machine is too busy: that delays every client.
const beat = 250;
let lastBeat = monotonic();
setInterval(() => {
  const late = monotonic() - lastBeat - beat;
  lastBeat += late + beat;
  if (late > 1000) log('late', { milliseconds: Math.round(late) });
}, beat).unref();

// Errors that only a person can resolve. After any error, the client asks again.
const forAPerson = new Set([
  'refresh_token_in_doubt',
  'refresh_token_suspect',
  'refresh_token_expired',
  'not_logged_in',
  'record_corrupt',
]);

/** @param {number} line */
async function live(line) {
  const openStore = stores.store;
  const keeper = openLine({ line, url, deadUrl, createTokenKeeper, openStore, systemClock, log, harness, skew });
  /** @type {string | undefined} */
  let rejected;
  for (let call = 1; ; call++) {
    log('calling', { line, call });
    try {
      const token = await keeper.accessToken({ rejected });
      log('given', { line, call, token: hashOf(token) });
      const response = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
      await response.text();
      if (response.headers.has('x-done')) break;
      rejected = response.status === 401 ? token : undefined;
      await wait(random.between(0, options.pause));
    } catch (error) {
      const { code = String(error) } = /** @type {{ code?: string }} */ (error);
      log('failed', { line, call, code });
      if (forAPerson.has(code)) process.send?.({ needsPerson: line, code });
      await wait(random.between(50, 250));
    }
  }
  // A token that is not saved yet would be lost if this process exited now.
  while ((await keeper.state().catch(() => ({ unsaved: true }))).unsaved) await wait(200);
  log('done', { line });
}

await Promise.all(Array.from({ length: lines }, (_, line) => live(line)));
stores.close();
log('left');
process.disconnect();
process.exit(0);
