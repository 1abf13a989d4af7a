import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { startRefrain, type RunningCommand } from '../support/command/started.ts';
import { launchBrowser } from '../support/page/browser.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let bench: RefrainBench;
let browser: Browser;
let served: RunningCommand;
let url: string;

beforeAll(async () => {
  bench = await refrainBench();
  browser = await launchBrowser();
  served = startRefrain(bench, ['serve', '--practice', '--port', '0', '--base', '/music', '--no-open']);
  [, url = ''] = await served.prints(/^(http:\S+)\n/m);
});
afterAll(async () => {
  await browser?.close();
  served?.child.kill('SIGTERM');
  await served?.ended;
  await bench?.close();
});

/** Opens the index, and collects what the browser complains about. */
async function open(query = '', options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${url}${query}`);
  return { page, complaints, close: () => context.close() };
}

/** What axe finds on a page below the address of the server. */
async function findFaults(page: Page, path: string): Promise<readonly string[]> {
  await page.addInitScript({ content: axe.source });
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
  return page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: { type: 'tag', values },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, tags);
}

const cardOf = (page: Page) => page.getByRole('img', { name: 'What a visitor sees' }).getAttribute('src');

describe('the index of refrain serve', () => {
  it.each([
    [1280, 'light', ''],
    [1280, 'dark', '?list=top/artists&format=json&way=next'],
    [320, 'light', '?list=now-playing&layout=single&way=element'],
    [320, 'dark', '?format=txt&background=102030'],
  ] as const)(
    'has no fault that axe finds, and does not scroll sideways, at %i px, %s',
    async (width, colorScheme, query) => {
      const { page, complaints, close } = await open('', { colorScheme, viewport: { width, height: 800 } });
      expect(await findFaults(page, query)).toEqual([]);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('shows another list, other options and another snippet, and keeps them in its address', async () => {
    const { page, complaints, close } = await open();
    await page.getByRole('link', { name: 'Top tracks' }).click();
    await expect.poll(() => cardOf(page)).toBe('top/tracks.svg?theme=light');
    await page.getByLabel('Rows').fill('3');
    await page.getByLabel('Rows').press('Tab');
    await expect.poll(() => cardOf(page)).toBe('top/tracks.svg?theme=light&limit=3');
    await page.getByRole('link', { name: 'Element' }).click();
    await expect.poll(() => page.locator('#to-copy').textContent()).toContain('<refrain-listening');
    await page.reload();
    expect(await cardOf(page)).toBe('top/tracks.svg?theme=light&limit=3');
    await expect.poll(() => page.locator('#to-copy').textContent()).toContain('/top/tracks.html');
    await expect.poll(() => page.locator('refrain-listening figure').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('has the options of a single card, and names the scope of each list', async () => {
    const { page, complaints, close } = await open('?list=top/artists');
    await page.getByText('Needs the scope user-top-read').waitFor();
    await expect.poll(() => page.getByLabel('Item').count()).toBe(0);
    await page.getByLabel('Layout').selectOption('single');
    await page.getByLabel('Item').fill('3');
    await page.getByLabel('Item').press('Tab');
    await expect.poll(() => cardOf(page)).toBe('top/artists.svg?theme=light&layout=single&item=3');
    await page.getByLabel('Artwork').selectOption('0');
    await expect.poll(() => cardOf(page)).toBe('top/artists.svg?theme=light&artwork=0&layout=single&item=3');
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps the options of a row at one height, if the name of one takes two lines', async () => {
    const { page, close } = await open('?list=recently-played', { viewport: { width: 1100, height: 800 } });
    const bottomOf = async (name: string) => {
      const box = await page.locator(`#${name}`).boundingBox();
      return Math.round((box?.y ?? 0) + (box?.height ?? 0));
    };
    const bottoms = await Promise.all(['layout', 'artwork', 'width', 'limit'].map(bottomOf));
    expect(new Set(bottoms).size).toBe(1);
    await close();
  });

  it('keeps the focus where the Tab key leads, so that the options can be typed one after the other', async () => {
    const { page, complaints, close } = await open();
    await page.getByLabel('Width').focus();
    const card = page.getByRole('img', { name: 'What a visitor sees' });
    const type = async (text: string) => {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    };
    for (const text of ['405', '3', '#102030', 'eeeeee', 'ffcc00']) {
      const before = await card.getAttribute('src');
      await type(text);
      await expect.poll(() => card.getAttribute('src')).not.toBe(before);
    }
    await type('music.example/api');
    await expect.poll(() => page.locator('#to-copy').textContent()).toContain('https://music.example/api/');
    expect(await cardOf(page)).toBe(
      'recently-played.svg?theme=light&limit=3&width=405&background=102030&text=eeeeee&accent=ffcc00',
    );
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Markdown');
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what a colour is, and keeps the wrong one to correct it', async () => {
    const { page, close } = await open();
    const box = page.getByLabel('Background');
    await box.fill('red');
    await box.press('Tab');
    await expect
      .poll(() => box.evaluate((node: HTMLInputElement) => [node.validity.patternMismatch, node.value]))
      .toEqual([true, 'red']);
    expect(await cardOf(page)).toBe('recently-played.svg?theme=light');
    await close();
  });

  it('shows the card of its snippet on a page of another port of this machine', async () => {
    const { page, close } = await open(`?way=html&host=${encodeURIComponent(url)}`);
    const snippet = await page.locator('#to-copy').textContent();
    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(`<!doctype html><body>${snippet}</body>`);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    await page.setViewportSize({ width: 320, height: 600 });
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}`);
    const width = () => page.locator('img').evaluate((node: HTMLImageElement) => [node.naturalWidth, node.width]);
    await expect.poll(width).toEqual([400, 304]);
    site.closeAllConnections();
    site.close();
    await close();
  });

  it('selects the snippet if the browser refuses to copy it', async () => {
    const { page, close } = await open();
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Selected' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => String(getSelection())))
      .toBe(await page.locator('#to-copy').textContent());
    await close();
  });

  it('copies the snippet', async () => {
    const { page, close } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(await page.locator('#to-copy').textContent());
    await close();
  });

  it('breaks practice: Spotify is down for hours, and the visitor still sees the songs with their age', async () => {
    const { page, close } = await open('?format=txt');
    await page.getByRole('button', { name: 'Spotify is down' }).click();
    for (let hours = 0; hours < 2; hours += 1) await page.getByRole('button', { name: 'An hour later' }).click();
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('region', { name: 'Answer', exact: true }).textContent();
      })
      .toMatch(/As of \d h ago/);
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect
      .poll(() => page.getByRole('region', { name: 'Answer', exact: true }).textContent())
      .not.toContain('As of');
    await close();
  });

  it('works without a script', async () => {
    const { page, close } = await open('', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Now playing' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('list')).toBe('now-playing');
    expect(await cardOf(page)).toBe('now-playing.svg?theme=light');
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/music/');
    await close();
  });
});

describe('a list as HTML', () => {
  it.each([
    ['now-playing', 320, 'light'],
    ['recently-played', 320, 'dark'],
    ['top/tracks', 1280, 'light'],
    ['top/artists', 1280, 'dark'],
  ] as const)(
    'has no fault that axe finds, and does not scroll sideways: %s at %i px, %s',
    async (list, width, colorScheme) => {
      const { page, close } = await open('', { colorScheme, viewport: { width, height: 800 } });
      expect(await findFaults(page, `${list}.html`)).toEqual([]);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await close();
    },
  );
});
