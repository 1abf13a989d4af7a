/**
 * `npm ci && npm run examples` here, after `npm run build` in the root: installs the package as users do, then builds,
 * starts and asks each example. With names, only those: `npm run examples -- deno bun`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { generators, runGenerator } from './data-files.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = (name) => join(here, 'node_modules', '.bin', name);

/** What builds each example, and what starts it, in its folder. */
const examples = {
  deno: { start: [bin('deno'), 'run', '--no-remote', '--allow-net', '--allow-env', '--allow-read', 'main.mjs'] },
  bun: { start: [bin('bun'), 'main.mjs'] },
  astro: { build: [bin('astro'), 'build'], start: [process.execPath, 'dist/server/entry.mjs'] },
  sveltekit: { build: [bin('vite'), 'build'], start: [process.execPath, 'build/index.js'] },
  next: {
    build: [bin('next'), 'build'],
    start: [process.execPath, join(here, 'node_modules/next/dist/bin/next'), 'start'],
  },
};

function installPackage() {
  const root = join(here, '..', '..');
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', here], { cwd: root, stdio: 'ignore' });
  const [file] = readdirSync(here).filter((name) => /^refrain-.*\.tgz$/.test(name));
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', `./${file}`], { cwd: here, stdio: 'ignore' });
  rmSync(join(here, file));
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function checkLists(ask) {
  for (const list of ['now-playing', 'recently-played', 'top/tracks', 'top/artists']) {
    for (const format of ['json', 'svg', 'html', 'txt']) {
      const answer = await ask(`/listening/${list}.${format}?limit=3`);
      assert.equal(answer.status, 200, `${list}.${format}`);
      const text = await answer.text();
      if (format === 'json') assert.equal(JSON.parse(text).state, 'fresh');
    }
  }
  assert.equal((await ask('/listening/health')).status, 200);
}

async function runServer(name, { build, start }) {
  const port = await findFreePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const options = { cwd: join(here, name), env, stdio: ['ignore', 'ignore', 'inherit'] };
  if (build) execFileSync(build[0], build.slice(1), options);
  // A group of its own, because some servers start others.
  const server = spawn(start[0], start.slice(1), { ...options, detached: true });
  try {
    const ask = (path) => fetch(`http://127.0.0.1:${port}${path}`);
    for (let tries = 0; !(await ask('/listening/health').catch(() => undefined)); tries++) {
      assert.ok(server.exitCode === null && tries < 300, `${name} does not start`);
      await wait(200);
    }
    await checkLists(ask);
  } finally {
    if (server.exitCode === null && server.signalCode === null) {
      process.kill(-server.pid);
      await once(server, 'exit');
    }
  }
}

/** A function without a server, on an edge runtime: it has no Node. */
async function runEdge() {
  const { build } = await import('vite');
  const { EdgeVM } = await import('@edge-runtime/vm');
  const entry = join(here, 'edge', 'function.mjs');
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: { lib: { entry, formats: ['iife'], name: 'site' }, target: 'es2022', write: false },
  });
  const runtime = new EdgeVM();
  runtime.evaluate(`${output[0].code}\nglobalThis.site = site;`);
  await checkLists((path) => runtime.evaluate(`site.default(new Request('https://site.test${path}'))`));
}

const runs = {
  edge: runEdge,
  ...Object.fromEntries(Object.entries(examples).map(([name, steps]) => [name, () => runServer(name, steps)])),
  ...Object.fromEntries(Object.keys(generators).map((name) => [name, () => runGenerator(name)])),
};
installPackage();
const names = process.argv.slice(2);
let failed = 0;
for (const name of names.length > 0 ? names : Object.keys(runs)) {
  try {
    const leftOut = await runs[name]();
    console.log(leftOut ? `left out ${name}: ${leftOut}` : `ok     ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.message}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
