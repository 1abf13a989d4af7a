/**
 * `npm ci && npm test` here, after `npm run build` in the root: bundles both Workers and runs them on workerd, the one
 * with a token against the emulator.
 */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Miniflare, Response } from 'miniflare';
import { createEmulator } from '../../../dist/emulator/index.js';
import { listNames, views } from '../../../dist/listening/index.js';
import { bundleWorker } from '../../../scripts/bundle-worker.mjs';
import { getToken } from '../../token-for-tests.mjs';

// A Worker that hangs must not hang the run.
setTimeout(() => process.exit(1), 60_000).unref();

async function withWorker(name, options, check) {
  const script = await bundleWorker(fileURLToPath(new URL(`../${name}`, import.meta.url)));
  const worker = new Miniflare({ modules: true, script, compatibilityDate: '2026-01-01', ...options });
  try {
    await check((path) => worker.dispatchFetch(`https://site.test${path}`));
    console.log(`ok ${name}`);
  } finally {
    await worker.dispose();
  }
}

async function checkLists(ask) {
  for (const list of listNames) {
    for (const format of Object.keys(views)) {
      const answer = await ask(`/listening/${list}.${format}`);
      assert.equal(answer.status, 200);
      const text = await answer.text();
      if (format === 'json') assert.equal(JSON.parse(text).state, 'fresh');
    }
  }
  assert.equal((await ask('/listening/element.js')).status, 200);
  assert.equal((await (await ask('/listening/health')).json()).status, 'ok');
}

await withWorker('worker.mjs', {}, async (ask) => {
  await checkLists(ask);
  assert.equal((await (await ask('/recently-played.json')).json()).practice, true);
});

const emulator = createEmulator();
const bindings = await getToken(emulator);
const outboundService = async (request) => {
  const answer = await emulator.fetch(request.url, {
    method: request.method,
    headers: Object.fromEntries([...request.headers].filter(([name]) => name !== 'host')),
    ...(request.method === 'POST' && { body: await request.text() }),
  });
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
  });
};
const count = (part) => emulator.controls.requests.filter(({ path }) => path.includes(part)).length;
await withWorker('worker-with-token.mjs', { bindings, kvNamespaces: ['LISTS'], outboundService }, async (ask) => {
  const before = count('/api/token');
  await Promise.all(Array.from({ length: 50 }, () => ask('/listening/recently-played.json')));
  await checkLists(ask);
  assert.deepEqual([count('/recently-played'), count('/api/token') - before], [1, 1]);
});
