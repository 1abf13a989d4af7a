import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/page/browser.ts';
import { openVisit } from '../support/page/stage.ts';
import { serveFolder, type StaticServer } from '../support/page/static-server.ts';

let server: StaticServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveFolder(undefined, '/'), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('says that another program’s service worker controls the page, and how to remove it', async () => {
  const files: Record<string, [type: string, body: string]> = {
    '/other': ['text/html', '<title>Another program</title>'],
    '/worker.js': ['text/javascript', "addEventListener('fetch', () => {});"],
  };
  server.intercept = (request, response) => {
    const file = files[request.url ?? ''];
    if (file) response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
    return file !== undefined;
  };
  const { page, close } = await openVisit(browser);
  await page.goto(server.url);
  await expect.poll(() => page.getByText('service worker').count()).toBe(0);
  await page.goto(`${server.url}other`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js', { scope: '/' });
    await navigator.serviceWorker.ready;
  });
  await page.goto(server.url);
  const notice = page.getByText(/left a service worker/).first();
  await notice.waitFor();
  await expect.poll(() => notice.innerText()).toContain(new URL(server.url).host);
  await expect.poll(() => notice.innerText()).toMatch(/delete the site data/);
  await expect.poll(() => page.getByRole('button', { name: 'Connect Spotify' }).isVisible()).toBe(true);
  await close();
});
