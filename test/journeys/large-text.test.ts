import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchBrowser } from '../support/page/browser.ts';
import { connectAndAgree, openPractice } from '../support/page/form-steps.ts';
import { openVisit } from '../support/page/stage.ts';
import { serveFolder } from '../support/page/static-server.ts';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The names of months that cover the one before. */
const covered = (page: Page) =>
  page.locator('.life li > span:visible').evaluateAll((names) => {
    const places = names.map((name) => {
      const text = document.createRange();
      text.selectNodeContents(name);
      return text.getBoundingClientRect();
    });
    return names.flatMap((name, index) => {
      const [before, place] = [places[index - 1], places[index]];
      return before && place && before.right > place.left ? [name.textContent] : [];
    });
  });

it('fits into the window in a browser with letters of twice the usual size, and nothing covers the months', async () => {
  const [server, browser] = await Promise.all([
    serveFolder(),
    launchBrowser({ args: ['--blink-settings=defaultFontSize=32'] }),
  ]);
  const { page, close } = await openVisit(browser);
  await page.goto(server.url);
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  await openPractice(page);
  const fits = async () => {
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => overflow(page), { message: `${width} px` }).toBeLessThanOrEqual(0);
      expect(await covered(page), `${width} px`).toEqual([]);
    }
  };
  await fits();
  await connectAndAgree(page);
  await page.getByRole('region', { name: 'Expires' }).waitFor();
  await expect.poll(() => page.locator('.life li').count()).toBeGreaterThanOrEqual(5);
  await fits();
  await close();
  await Promise.all([browser.close(), server.close()]);
});
