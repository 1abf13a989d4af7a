import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage, type Visit } from '../support/page/stage.ts';
import { routeSpotify } from '../support/page/routed-spotify.ts';

const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Runs steps in a browser with these languages. Fails on a message on the console. */
async function inBrowser(locale: string, steps: (visit: Visit) => Promise<void>, options: BrowserContextOptions = {}) {
  const visit = await stage.visit({ locale, ...options });
  try {
    await steps(visit);
    expect(visit.complaints.filter((words) => !words.includes('Failed to load resource'))).toEqual([]);
  } finally {
    await visit.close();
  }
}

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);
const started = (page: Page) => page.waitForFunction('history.state?.form');

describe('the language of the page', () => {
  it.each([
    ['de-CH', '', 'de', ''],
    ['es-419', '', 'es', ''],
    ['en-US', '', 'en', ''],
    ['fr', '', 'en', ''],
    ['de', '?lang=en', 'en', '?lang=en'],
    ['en-GB', '?lang=de', 'de', '?lang=de'],
    ['en-GB', '?lang=de-AT', 'de', '?lang=de'],
    ['en-GB', '?lang=de_ch', 'de', '?lang=de'],
    ['en-GB', '?lang=ES', 'es', '?lang=es'],
    ['de', '?lang=en-US', 'en', '?lang=en'],
    ['es', '?lang=tlh', 'es', ''],
    ['es', '?lang=', 'es', ''],
  ])('in a browser in %s at “%s” is %s', (locale, query, language, kept) =>
    inBrowser(locale, async ({ page }) => {
      await page.goto(stage.pageUrl + query);
      await started(page);
      await expect.poll(() => languageOf(page)).toBe(language);
      await expect.poll(() => new URL(page.url()).search).toBe(kept);
      await expect.poll(() => page.locator('.languages [aria-current]').getAttribute('lang')).toBe(language);
      await expect.poll(() => page.locator('#notice').isVisible()).toBe(query === '?lang=tlh');
    }),
  );

  it.each(['en', 'de', 'es'])('leaves room for the usual redirect URI on one line beside Copy, at 360 px: %s', (lang) =>
    inBrowser(lang, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(stage.pageUrl);
      await started(page);
      const lines = await page.locator('#redirect-uri').evaluate((box: HTMLTextAreaElement) => {
        box.value = 'http://127.0.0.1:8888/callback';
        const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(box);
        const [line = 0, ...paddings] = [lineHeight, paddingTop, paddingBottom].map((size) => Number.parseFloat(size));
        return (box.scrollHeight - paddings.reduce((sum, size) => sum + size, 0)) / line;
      });
      expect(lines).toBeLessThan(1.5);
    }),
  );

  it('stays English if it does not load, and the form works', () =>
    inBrowser('de', async ({ page }) => {
      await page.route('**/assets/de-*.js', (route) => route.abort());
      await page.goto(stage.pageUrl);
      await started(page);
      await expect.poll(() => languageOf(page)).toBe('en');
      await page.getByRole('button', { name: 'Connect Spotify', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'Enter your app’s client ID' }).waitFor();
    }));

  it('stays English if it takes long, after at most four seconds', () =>
    inBrowser('de', async ({ page }) => {
      await page.clock.install();
      await page.route('**/assets/de-*.js', () => {});
      await page.goto(stage.pageUrl);
      await page.waitForLoadState();
      await page.clock.fastForward(4000);
      await started(page);
      await expect.poll(() => languageOf(page)).toBe('en');
    }));

  it('may come after Connect was pressed: the press is kept', () =>
    inBrowser('de', async ({ page }) => {
      const spotify = await routeSpotify(page);
      let send = () => {};
      await page.route('**/assets/de-*.js', async (route) => {
        await new Promise<void>((resolve) => (send = resolve));
        await route.continue();
      });
      const script = page.waitForResponse(/assets\/index-.*\.js/);
      await page.goto(stage.pageUrl, { waitUntil: 'commit' });
      await (await script).finished();
      await page.locator('#client-id').fill(clientId);
      await page.locator('#connect').click();
      send();
      await page.waitForURL((url) => url.hostname === '127.0.0.1' && !url.search.includes('code'));
      await page.locator('#app textarea, #app input').first().waitFor();
      expect(spotify.tokenRequests).toHaveLength(1);
    }));

  it('of a link is kept through the sign-in and after a reload', () =>
    inBrowser('en-GB', async ({ page }) => {
      await routeSpotify(page);
      await page.goto(`${stage.pageUrl}?lang=de&client_id=${clientId}`);
      await started(page);
      await page.locator('#connect').click();
      await page.locator('#app textarea, #app input').first().waitFor();
      await expect.poll(() => languageOf(page)).toBe('de');
      await expect.poll(() => new URL(page.url()).searchParams.get('lang')).toBe('de');
      page.on('dialog', (dialog) => dialog.accept());
      await page.reload();
      await started(page);
      await expect.poll(() => languageOf(page)).toBe('de');
    }));
});

/** The language of the page, once the form has started; undefined while the page reloads. */
const startedIn = (page: Page) =>
  page
    .evaluate(() => ((history.state as { form?: unknown } | null)?.form ? document.documentElement.lang : undefined))
    .catch(() => undefined);

describe('the switch of languages', () => {
  it('reloads the page in that language and keeps what the address says', () =>
    inBrowser('en-GB', async ({ page }) => {
      await page.goto(`${stage.pageUrl}?client_id=${clientId}&grant=temporary&scope=`);
      await started(page);
      await page.getByRole('link', { name: 'Deutsch' }).click();
      await expect.poll(() => startedIn(page)).toBe('de');
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toEqual({
        client_id: clientId,
        grant: 'temporary',
        scope: '',
        lang: 'de',
      });
      await expect.poll(() => page.locator('#client-id').inputValue()).toBe(clientId);
      await page.getByRole('link', { name: 'English' }).click();
      await expect.poll(() => startedIn(page)).toBe('en');
    }));
});
