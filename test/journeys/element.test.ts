import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { elementScript } from '../../src/handler/element/element-script.ts';
import type { Answer } from '../../src/listening/answer.ts';
import { views } from '../../src/listening/views/views.ts';
import { answerOf, at, current, playerOf, plays } from '../support/listening/answers.ts';
import { launchBrowser } from '../support/page/browser.ts';
import { openVisit } from '../support/page/stage.ts';

// A site with a strict policy: no inline styles, and nothing from elsewhere.
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src https://i.scdn.co";
const site = `<!doctype html><html lang="de"><title>Site</title><meta charset="utf-8">
<script src="/element.js" type="module"></script><refrain-listening src="/list.html"><p>Fallback</p></refrain-listening></html>`;

let server: Server;
let browser: Browser;
let origin: string;
/** What the server answers with; null for an error. */
let answer: Answer | null;
let reads: number;
/** What the server's clock says; undefined if it does not say. */
let date: number | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/element.js') return response.setHeader('content-type', 'text/javascript').end(elementScript);
    if (request.url !== '/list.html') {
      return response.setHeader('content-security-policy', policy).setHeader('content-type', 'text/html').end(site);
    }
    reads += 1;
    response.sendDate = false;
    if (date !== undefined) response.setHeader('date', new Date(date).toUTCString());
    if (!answer) return response.writeHead(500).end('<figure>No</figure>');
    return response.setHeader('content-type', 'text/html').end(views.html(answer, { artwork: false }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

beforeEach(() => {
  answer = answerOf();
  reads = 0;
  date = undefined;
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done));
});

async function open({ time = at } = {}) {
  const visit = await openVisit(browser, { locale: 'fr-FR' });
  const { page } = visit;
  await page.clock.install({ time });
  await page.goto(origin);
  const element = page.locator('refrain-listening');
  const readsOf = (count: number) => expect.poll(() => reads).toBe(count);
  const hide = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  return { ...visit, page, element, readsOf, hide };
}

describe('<refrain-listening>', () => {
  it('shows the list with its style on a page that allows no inline style', async () => {
    const { page, element, complaints, close } = await open();
    await element.getByText('Morning, Again').waitFor();
    await expect.poll(() => element.getByText('Fallback').count()).toBe(0);
    const style = await element
      .locator('.refrain-title')
      .first()
      .evaluate((title) => {
        const { fontWeight, textDecorationLine } = getComputedStyle(title);
        return { fontWeight, textDecorationLine };
      });
    expect(style).toEqual({ fontWeight: '600', textDecorationLine: 'none' });
    await expect.poll(() => page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    await expect
      .poll(() => element.evaluate(({ constructor, shadowRoot }) => [constructor.name !== 'HTMLElement', shadowRoot]))
      .toEqual([true, null]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says times in the language of the page, and counts them on', async () => {
    const { page, element, close } = await open();
    const time = element.locator('time').first();
    await expect.poll(() => time.textContent()).toBe('vor 5 Min.');
    await page.clock.runFor(2 * 60_000);
    await expect.poll(() => time.textContent()).toBe('vor 7 Min.');
    await close();
  });

  it.each([
    ['a day fast', 86_400_000],
    ['a day slow', -86_400_000],
  ])('counts ages and progress by the server, if the clock of the reader is %s', async (_, error) => {
    date = at;
    answer = playerOf(current);
    const { page, element, hide, close } = await open({ time: at + error });
    const bar = element.locator('.refrain-progress');
    await bar.waitFor({ state: 'attached' });
    const left = await bar.evaluate((node) => (node as HTMLElement).style.getPropertyValue('--refrain-left'));
    expect(Math.abs(Number.parseInt(left, 10) - 140_000)).toBeLessThan(5000);
    answer = answerOf();
    await page.clock.runFor(6000);
    await hide(false);
    await expect.poll(() => element.locator('time').first().textContent()).toBe('vor 5 Min.');
    await close();
  });

  it('says that a play was just now, if the clock of the reader is slow and the server does not say its time', async () => {
    const { element, close } = await open({ time: at - 86_400_000 });
    await expect.poll(() => element.locator('time').first().textContent()).toBe('vor 1 Min.');
    await close();
  });

  it('shows the fallback until there is a list, and tries again', async () => {
    answer = null;
    const { page, element, readsOf, close } = await open();
    await readsOf(1);
    await expect.poll(() => element.textContent()).toBe('Fallback');
    answer = answerOf();
    await page.clock.runFor(30_000);
    await element.getByText('Morning, Again').waitFor();
    await close();
  });

  it('keeps the list when the server fails', async () => {
    const { element, hide, page, readsOf, close } = await open();
    await element.getByText('Morning, Again').waitFor();
    answer = null;
    await page.clock.runFor(6000);
    await hide(false);
    await readsOf(2);
    await expect.poll(() => element.getByText('Morning, Again').count()).toBe(1);
    await close();
  });

  it('moves the bar, and reads again when the track ends', async () => {
    answer = playerOf(current);
    const { page, element, readsOf, close } = await open();
    const bar = element.locator('.refrain-progress');
    await bar.waitFor({ state: 'attached' });
    const left = await bar.evaluate((node) => (node as HTMLElement).style.getPropertyValue('--refrain-left'));
    expect(Math.abs(Number.parseInt(left, 10) - 140_000)).toBeLessThan(5000);
    await page.clock.runFor(130_000);
    expect(reads).toBe(1);
    // The server does not know the next track yet.
    answer = playerOf({ ...current, playedAt: at + 140_000 }, { status: 'idle', startedAt: null });
    await page.clock.runFor(15_000);
    await readsOf(2);
    await expect.poll(() => bar.count()).toBe(0);
    answer = playerOf({ ...plays[1]!, playedAt: null }, { startedAt: at + 140_000 });
    await page.clock.runFor(31_000);
    await element.getByText('Þögnin á eftir').waitFor();
    await close();
  });

  it('does nothing while the page is hidden, and reads when the reader comes back', async () => {
    answer = playerOf(current);
    const { page, element, hide, readsOf, close } = await open();
    await element.getByText('Tidewater').waitFor();
    await hide(true);
    await page.clock.runFor(3_600_000);
    expect(reads).toBe(1);
    await hide(false);
    await readsOf(2);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    expect(reads).toBe(2);
    await page.clock.runFor(6000);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await readsOf(3);
    await close();
  });

  it('keeps the focus on a link that is there again', async () => {
    const { page, element, hide, readsOf, close } = await open();
    await element.getByText('LISTEN ON SPOTIFY').focus();
    answer = answerOf({ items: plays.slice(1) });
    await page.clock.runFor(6000);
    await hide(false);
    await readsOf(2);
    await expect.poll(() => element.getByText('No Change Given').count()).toBe(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')))
      .toBe('https://open.spotify.com/');
    await close();
  });

  it.each(['', 'rtl'])('fits into a page without margins, %s', async (dir) => {
    const { page, element, close } = await open();
    await element.getByText('Morning, Again').waitFor();
    await page.setViewportSize({ width: 320, height: 600 });
    const overflow = await page.evaluate((direction) => {
      document.body.style.margin = '0';
      document.documentElement.dir = direction;
      return document.documentElement.scrollWidth - innerWidth;
    }, dir);
    expect(overflow).toBe(0);
    await close();
  });

  it('keeps its style when it moves into a shadow root', async () => {
    const { page, element, readsOf, complaints, close } = await open();
    await element.getByText('Morning, Again').waitFor();
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).append(document.querySelector('refrain-listening') as Element);
    });
    await readsOf(2);
    const title = element.locator('.refrain-title').first();
    await expect.poll(() => title.evaluate((node) => getComputedStyle(node).fontWeight)).toBe('600');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the list of another src, and keeps the old one until then', async () => {
    const { page, element, complaints, close } = await open();
    await element.getByText('Morning, Again').waitFor();
    await page.evaluate(() => document.querySelector('refrain-listening')?.setAttribute('src', '/elsewhere'));
    // The site itself has no list.
    await page.waitForLoadState('networkidle');
    await expect.poll(() => element.getByText('Morning, Again').count()).toBe(1);
    answer = playerOf(current);
    await page.evaluate(() => document.querySelector('refrain-listening')?.setAttribute('src', '/list.html'));
    await element.locator('.refrain-progress').waitFor({ state: 'attached' });
    await expect.poll(() => element.locator('figure').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the list again after the page has put its own content back', async () => {
    const { page, element, hide, close } = await open();
    await element.getByText('Morning, Again').waitFor();
    await element.evaluate((node) => node.replaceChildren('Fallback'));
    await hide(true);
    await hide(false);
    await element.getByText('Morning, Again').waitFor();
    await expect.poll(() => page.getByText('Fallback').count()).toBe(0);
    await close();
  });

  it('stops when it is removed', async () => {
    answer = playerOf(current);
    const { page, element, close } = await open();
    await element.getByText('Tidewater').waitFor();
    await element.evaluate((node) => node.remove());
    await page.clock.runFor(600_000);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    expect(reads).toBe(1);
    await close();
  });
});
