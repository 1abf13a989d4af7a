// @ts-check
/**
 * A strict Spotify that records everything, in its own process: its token endpoint, one route of the Web API, and routes
 * for the harness. It knows nothing about Refrain. Started by `startSpotify`.
 */
import { createServer } from 'node:http';
import { hashOf, openLog } from '../log.mjs';
import { seeded } from '../seeded.mjs';
import { createFamilies } from './families.mjs';
import { createHarnessRoutes } from './harness-routes.mjs';
import { continueAll } from './processes.mjs';
import { createStrikes } from './strikes.mjs';
import { createTokenEndpoint } from './token-endpoint.mjs';
import { createTurns } from './turns.mjs';

/**
 * @typedef {object} SpotifyOptions
 * @property {string} logs the folder for its log
 * @property {number} seed
 * @property {number} rotations how many each line will have at least
 * @property {number} [rotating] lines below this number rotate, all others don't; default: all rotate
 * @property {{ turn: number, fault: import('./plan.mjs').Fault }[][]} decks
 * @property {number} [life] how long an access token lives, seconds; default: 1 to 3 seconds
 */

/** @type {SpotifyOptions} */
const options = JSON.parse(process.argv[2] ?? '{}');
const log = openLog(options.logs, 'server');
const random = seeded(options.seed, 'server');
const families = createFamilies();

/** @param {number} line */
const rotates = (line) => line < (options.rotating ?? Infinity);

let isStoreUp = true;
let asked = 0;
/** @type {Map<number, () => void>} */
const waiting = new Map();
process.on('message', (/** @type {{ done?: number, isStoreUp?: boolean }} */ message) => {
  if (message.done !== undefined) waiting.get(message.done)?.();
  if (message.isStoreUp !== undefined) isStoreUp = message.isStoreUp;
});
// The process that started this one ends it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
process.on('disconnect', () => {
  continueAll();
  process.exit(0);
});

/** @param {Record<string, unknown>} message */
const send = (message) => void process.send?.(message);

const strikes = createStrikes({
  log,
  requestConsent: (line) => send({ consent: line }),
  breakStore(kind, amount) {
    if (!isStoreUp) return Promise.resolve();
    isStoreUp = false;
    const id = ++asked;
    send({ breakStore: kind, amount, id });
    return new Promise((done) => waiting.set(id, done));
  },
});
const turns = createTurns(options.decks, {
  isKnown: (line) => !rotates(line) || (families.newest(line)?.proven ?? 0) > 0,
  isStoreUp: () => isStoreUp,
});
/** @type {Map<number, number>} */
const rotations = new Map();
/** A line goes on while it has faults to come, for at most as many rotations again: a broken keeper may never get them. */
const isDone = (/** @type {number} */ line) => {
  const done = rotations.get(line) ?? 0;
  return done >= options.rotations && (!turns.left()[line] || done >= 2 * options.rotations);
};

/**
 * How long the next access token lives, seconds. A line that is done gets a lasting one, so that its clients stop
 * refreshing.
 * @param {import('./families.mjs').Family} family
 */
const newLife = (family) => (isDone(family.line) ? 3600 : (options.life ?? random.between(1, 3)));

const answerToken = createTokenEndpoint({
  families,
  strikes,
  log,
  rotates,
  pause: () => random.between(0, 15),
  newLife,
  turnOf: (id, line) => turns.find(id) ?? turns.takeArmed(line),
  onAnswered(family) {
    rotations.set(family.line, (rotations.get(family.line) ?? 0) + 1);
    send({ rotations: Object.fromEntries(rotations), faultsLeft: turns.left().reduce((sum, one) => sum + one, 0) });
  },
});
const harness = createHarnessRoutes({ families, turns, strikes, newLife, log });

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
function answerWebApi(request, response) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const family = families.use(token);
  log('use', { line: family?.line, token: hashOf(token), ok: family !== undefined });
  response.setHeader('content-type', 'application/json');
  if (!family) return response.writeHead(401).end('{"error":{"status":401,"message":"The access token expired"}}');
  if (isDone(family.line)) response.setHeader('x-done', '1');
  return response.end('{"id":"noor","account_id":"acct-noor","display_name":"Noor"}');
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const route = `${request.method} ${request.url?.split('?')[0]}`;
  if (route === 'POST /api/token') void answerToken(request, response);
  else if (route === 'GET /v1/me') answerWebApi(request, response);
  else void harness(route, request, response);
});
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  send({ url: `http://127.0.0.1:${address.port}` });
});
