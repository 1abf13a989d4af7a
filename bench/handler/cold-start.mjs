// @ts-check
/**
 * `node bench/handler/cold-start.mjs [ROUNDS]`, after a build: how long a site takes from the start of its process to its
 * first answer, on Node and on workerd, compared in the same run with a bare site that sends the same text. Both are one
 * bundled file. The list comes from a cache that is already full, so no figure holds the time of Spotify.
 *
 * workerd is left out if it is not installed: `npm ci` in examples/worker/miniflare. The sites take turns, so that other
 * load on the machine affects both. The figures are medians.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createListening } from '../../dist/listening/index.js';
import { bundleWorker } from '../../scripts/bundle-worker.mjs';
import { root } from '../../scripts/programs.mjs';
import { fakeSpotify } from './fake-spotify.mjs';

const rounds = Number(process.argv[2] ?? 15);
const path = '/recently-played.json';
const folder = mkdtempSync(join(tmpdir(), 'refrain-cold-start-'));
const inFolder = (/** @type {string} */ name) => join(folder, name);

/** What a cache holds after one view. */
async function fillCache() {
  /** @type {Record<string, string>} */
  const texts = {};
  const cache = {
    get: () => null,
    set: (/** @type {string} */ key, /** @type {string} */ text) => void (texts[key] = text),
    delete: () => {},
  };
  const listening = createListening({ keeper: { fetch: (input) => fakeSpotify(String(input)) }, cache });
  await listening.get('recently-played');
  await listening.pending();
  return texts;
}

/** The two sites, as one module each. @returns {Promise<Readonly<Record<'bare' | 'refrain', string>>>} */
async function makeSites() {
  writeFileSync(
    inFolder('site.mjs'),
    `import { createTokenKeeper, memoryStore } from ${JSON.stringify(join(root, 'dist', 'index.js'))};
import { createHandler } from ${JSON.stringify(join(root, 'dist', 'handler', 'index.js'))};
const texts = ${JSON.stringify(await fillCache())};
const cache = { get: (key) => texts[key], set() {}, delete() {} };
const { fetch } = createTokenKeeper({ app: { clientId: '${'0'.repeat(32)}' }, store: memoryStore() });
const freshFor = { 'now-playing': 86400, 'recently-played': 86400 };
export default { fetch: createHandler({ keeper: { fetch }, cache, freshFor }) };
`,
  );
  const refrain = await bundleWorker(inFolder('site.mjs'));
  writeFileSync(inFolder('refrain.mjs'), refrain);
  const site = await import(pathToFileURL(inFolder('refrain.mjs')).href);
  const answer = await site.default.fetch(new Request(`http://site.test${path}`));
  const text = await answer.text();
  if (JSON.parse(text).items.length !== 20) throw new Error('The cache is empty.');
  const init = JSON.stringify({ headers: Object.fromEntries(answer.headers) });
  const bare = `export default { fetch: () => new Response(${JSON.stringify(text)}, ${init}) };\n`;
  writeFileSync(inFolder('bare.mjs'), bare);
  return { bare, refrain };
}

/** @typedef {'bare' | 'refrain'} SiteName */
/** @typedef {(name: SiteName) => Promise<{ ask(): Promise<unknown>, end(): Promise<unknown> }>} Start */

/** @type {Start} */
async function startOnNode(name) {
  const child = spawn(process.execPath, [inFolder('server.mjs'), name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return {
    ask: async () => (await fetch(`http://127.0.0.1:${String(port).trim()}${path}`)).text(),
    end: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** @param {Readonly<Record<SiteName, string>>} sites @returns {Promise<Start | undefined>} */
async function findWorkerd(sites) {
  const { resolve } = createRequire(join(root, 'examples', 'worker', 'miniflare', 'package.json'));
  const { Miniflare } = await import(pathToFileURL(resolve('miniflare')).href).catch(() => ({}));
  if (!Miniflare) return undefined;
  return async (name) => {
    const worker = new Miniflare({ modules: true, script: sites[name], compatibilityDate: '2026-01-01' });
    await worker.ready;
    return {
      ask: async () => (await worker.dispatchFetch(`https://site.test${path}`)).text(),
      end: () => worker.dispose(),
    };
  };
}

/** Milliseconds from the start to the first answer. @param {Start} start @param {SiteName} name */
async function measure(start, name) {
  const began = performance.now();
  const { ask, end } = await start(name);
  await ask();
  const time = performance.now() - began;
  await end();
  return time;
}

const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  const sites = await makeSites();
  writeFileSync(
    inFolder('server.mjs'),
    `import { createServer } from 'node:http';
const { default: site } = await import(\`./\${process.argv[2]}.mjs\`);
const server = createServer(async ({ url }, response) => {
  const answer = await site.fetch(new Request(\`http://site.test\${url}\`));
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`,
  );
  console.log(`From the start to the first answer: median of ${rounds} starts each.`);
  for (const [runtime, start] of Object.entries({ Node: startOnNode, workerd: await findWorkerd(sites) })) {
    if (!start) {
      console.log(`${runtime.padEnd(8)} left out: run npm ci in examples/worker/miniflare`);
      continue;
    }
    /** @type {Record<SiteName, number[]>} */
    const times = { bare: [], refrain: [] };
    for (let round = 0; round <= rounds; round++) {
      for (const name of /** @type {const} */ (['bare', 'refrain'])) {
        const time = await measure(start, name);
        // The first round fills the caches of the file system.
        if (round > 0) times[name].push(time);
      }
    }
    const [bare, refrain] = [median(times.bare), median(times.refrain)];
    const [more, ratio] = [refrain - bare, refrain / bare];
    console.log(
      `${runtime.padEnd(8)} ${refrain.toFixed(0)} ms, bare ${bare.toFixed(0)} ms: ${more.toFixed(0)} ms more, ${ratio.toFixed(2)} times`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
