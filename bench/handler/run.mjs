// @ts-check
/**
 * `node bench/handler/run.mjs [ROUNDS] [REQUESTS]`: what one view costs the site, compared in the same run with a bare
 * `node:http` server that writes the same bytes, and with a handler of the usual pattern (refresh and fetch for each view).
 *
 * The servers take turns, so that other load on the machine affects all of them. The figure is processor time for each
 * request: the handler may need at most 1 / 0.8 of the bare server's time for JSON, and 1 / 0.7 for SVG.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';

const rounds = Number(process.argv[2] ?? 5);
const requests = Number(process.argv[3] ?? 20_000);
const connections = 20;
const paths = /** @type {const} */ ({ json: '/recently-played.json', svg: '/recently-played.svg' });

/** @param {import('./server.mjs').Setup} setup */
async function startServer(setup) {
  const child = fork(new URL('server.mjs', import.meta.url));
  const tell = async (/** @type {import('node:child_process').Serializable} */ message) => {
    child.send(message);
    return (await once(child, 'message'))[0];
  };
  const { port } = await tell(/** @type {any} */ (setup));
  return { port, usage: () => tell('usage'), stop: () => child.disconnect() };
}

/** @param {number} port @param {string} path @param {Agent} agent */
async function view(port, path, agent) {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject);
  });
}

/** Views a path many times. @param {Awaited<ReturnType<typeof startServer>>} server @param {string} path */
async function load(server, path, count = requests) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const before = await server.usage();
  const began = process.hrtime.bigint();
  let left = count;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      await view(server.port, path, agent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const after = await server.usage();
  agent.destroy();
  return { processor: (after.processor - before.processor) / count, perSecond: count / seconds };
}

const handler = await startServer({ kind: 'handler' });
const agent = new Agent();
await Promise.all(Array.from({ length: 50 }, () => view(handler.port, paths.json, agent)));
const first = await handler.usage();
/** @type {Record<string, any>} */
const responses = {};
for (const path of Object.values(paths)) {
  const { body, headers } = await view(handler.port, path, agent);
  const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...sent } = headers;
  responses[path] = { body, headers: { ...sent, 'content-length': String(Buffer.byteLength(body)) } };
}
agent.destroy();
const bare = await startServer({ kind: 'bare', responses });
const usual = await startServer({ kind: 'usual' });

const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
/** @type {Record<string, { processor: number[], perSecond: number[] }>} */
const measured = {};
const note = (/** @type {string} */ name, /** @type {{ processor: number, perSecond: number }} */ figures) => {
  const entry = (measured[name] ??= { processor: [], perSecond: [] });
  entry.processor.push(figures.processor);
  entry.perSecond.push(figures.perSecond);
};
for (let round = 0; round <= rounds; round += 1) {
  for (const [format, path] of Object.entries(paths)) {
    const figures = { bare: await load(bare, path), handler: await load(handler, path) };
    // The first round warms up.
    if (round > 0) for (const [name, values] of Object.entries(figures)) note(`${name} ${format}`, values);
  }
  const slow = await load(usual, paths.json, Math.ceil(requests / 50));
  if (round > 0) note('usual json', slow);
}
const last = await handler.usage();
for (const server of [handler, bare, usual]) server.stop();

console.log(`Median of ${rounds} rounds, ${requests} requests each, ${connections} connections.`);
for (const [name, { processor, perSecond }] of Object.entries(measured)) {
  const cost = `${median(processor).toFixed(1)} µs of processor time`;
  console.log(`${name.padEnd(14)} ${cost}, ${Math.round(median(perSecond))} requests/s`);
}
const speedOf = (/** @type {string} */ format) =>
  median(measured[`bare ${format}`]?.processor ?? []) / median(measured[`handler ${format}`]?.processor ?? []);
const results = [
  { name: 'JSON, of the bare server', value: speedOf('json'), least: 0.8 },
  { name: 'SVG, of the bare server', value: speedOf('svg'), least: 0.7 },
];
for (const { name, value, least } of results) console.log(`${name}: ${value.toFixed(2)} (at least ${least})`);
console.log(`Spotify was asked ${first.asked} times for 50 first views at once, and ${last.asked} times in all.`);
if (results.some(({ value, least }) => value < least)) process.exitCode = 1;
