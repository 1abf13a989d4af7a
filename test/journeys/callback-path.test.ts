import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, pressBack } from '../support/page/browser.ts';
import { routeSpotify, type RoutedSpotify } from '../support/page/routed-spotify.ts';
import { openVisit, type Visit } from '../support/page/stage.ts';
import { builtPage, serveFolder, type StaticServer } from '../support/page/static-server.ts';

// A server may answer a second path with the page and name it in a meta element. Then that is the redirect URI.

const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
let server: StaticServer;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([serveFolder(builtPage, '/'), launchBrowser()]);
  const html = readFileSync(join(builtPage, 'index.html'), 'utf8');
  const named = html.replace('<title>', '<meta name="refrain-callback" content="/callback"><title>');
  server.intercept = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', server.url);
    if (!['/', '/callback'].includes(pathname)) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(named);
    return true;
  };
});
afterEach(async () => {
  for (const visit of visits.splice(0)) {
    await visit.close();
    // The browser writes the white page of a dead end to the console.
    expect(visit.complaints.filter((words) => !words.includes('Failed to load resource'))).toEqual([]);
  }
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path = ''): Promise<{ page: Page; spotify: RoutedSpotify; callback: string }> {
  const visit = await openVisit(browser);
  visits.push(visit);
  const spotify = await routeSpotify(visit.page);
  await visit.page.goto(server.url + path);
  return { page: visit.page, spotify, callback: `${server.url}callback` };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function connect(page: Page): Promise<void> {
  await box(page, 'Client ID').fill(clientId);
  await button(page, 'Connect Spotify').click();
}

describe('a page with a callback path', () => {
  it('shows the redirect URI that it sends, and beside it the one without a port', async () => {
    const { page, callback } = await open();
    await expect.poll(() => box(page, 'Redirect URI').inputValue()).toBe(callback);
    await expect.poll(() => page.getByText('http://127.0.0.1/callback').isVisible()).toBe(true);
    const asked = page.waitForRequest(/accounts\.spotify\.com\/authorize/);
    await connect(page);
    expect(new URL((await asked).url()).searchParams.get('redirect_uri')).toBe(callback);
  });

  it.each([1280, 390, 360])('shows the redirect URI of `refrain page` on one line (%i px)', async (width) => {
    const { page } = await open();
    await page.setViewportSize({ width, height: 800 });
    const heightOf = (uri: string) =>
      box(page, 'Redirect URI').evaluate((field: HTMLTextAreaElement, value) => {
        field.value = value;
        return field.clientHeight;
      }, uri);
    const oneLine = await heightOf('http://127.0.0.1/');
    expect(await heightOf('http://127.0.0.1:12345/callback')).toBe(oneLine);
    expect(await heightOf('http://127.0.0.1:8888/callback'.repeat(2))).toBeGreaterThan(oneLine);
  });

  it('shows the token after the callback, at its own address, and starts again there', async () => {
    const { page, spotify, callback } = await open();
    await connect(page);
    await box(page, 'Refresh token').waitFor();
    expect(spotify.tokenRequests.map((form) => form.get('redirect_uri'))).toEqual([callback]);
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    expect(page.url()).not.toMatch(/code|state/);
    await button(page, 'Copy refresh token').click();
    await page.getByRole('link', { name: 'Get another token' }).click();
    await expect.poll(() => button(page, 'Connect Spotify').isVisible()).toBe(true);
    await expect.poll(() => page.url()).toBe(`${server.url}?client_id=${clientId}`);
    await page.reload();
    await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(clientId);
  });

  it('fills in the form again if the sign-in is declined', async () => {
    const { page, spotify } = await open('?scope=user-top-read');
    spotify.callback = (state) => [
      ['error', 'access_denied'],
      ['state', state],
    ];
    await connect(page);
    await page.getByRole('alert').filter({ hasText: 'You declined on Spotify' }).waitFor();
    await expect.poll(() => page.url()).toBe(`${server.url}?client_id=${clientId}&scope=user-top-read`);
  });

  it('names the address that was sent if Spotify does not know it', async () => {
    const { page, spotify, callback } = await open();
    spotify.callback = () => undefined;
    await connect(page);
    await page.waitForURL(/accounts\.spotify\.com/);
    await pressBack(page);
    await button(page, 'redirect_uri: Not matching configuration').click();
    const alert = page.getByRole('alert').filter({ hasText: 'can’t redirect here yet' });
    await alert.waitFor();
    await expect.poll(() => box(page, 'Address to add').inputValue()).toBe(callback);
    await expect.poll(() => alert.innerText()).toContain('http://127.0.0.1/callback');
    await button(page, 'Copy this address').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(callback);
  });

  it('moves from that path to its own address, with the parameters of a link', async () => {
    const { page } = await open(`callback?client_id=${clientId}&scope=all`);
    await expect.poll(() => page.url()).toBe(`${server.url}?client_id=${clientId}&scope=all`);
    await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(clientId);
  });
});
