import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { startRefrain } from '../support/command/started.ts';
import { launchBrowser } from '../support/page/browser.ts';

let browser: Browser;
let bench: RefrainBench;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

/** An app with a service worker that answers every request itself. */
const otherApp: RequestListener = ({ url }, response) => {
  const isScript = url === '/sw.js';
  response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html').end(
    isScript
      ? `addEventListener('install', () => skipWaiting());
         addEventListener('activate', (event) => event.waitUntil(clients.claim()));
         addEventListener('fetch', (event) => event.respondWith(new Response('Another app')));`
      : `<script>
           navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)
             .then(() => { document.title = 'ready'; });
         </script>`,
  );
};

it.each([
  ['page', ['page', '--no-open', '--emulator-port', '0']],
  ['login', ['login', '--client-id', practiceApp.clientId, '--no-browser']],
])('%s notices a service worker that another app left on its port', async (_, args) => {
  const other = createServer(otherApp);
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as { port: number };
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.waitForFunction(() => document.title === 'ready');
  other.closeAllConnections();
  await new Promise((done) => other.close(done));

  const started = startRefrain(bench, [...args, '--port', String(port)]);
  await started.says(new RegExp(`http://127\\.0\\.0\\.1:${port}/callback`));
  await tab.goto(`http://127.0.0.1:${port}/callback`);
  expect(await tab.textContent('body')).toBe('Another app');
  await started.says(/service worker of another app/);
  started.child.kill('SIGINT');
  await started.ended;
  await context.close();
});
