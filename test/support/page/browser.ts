import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';
import { timeLimits } from '../time-limits.ts';
import { browserArgs, requireBrowser } from '../../../scripts/find-browser.mjs';

/**
 * Starts Chromium with the back-forward cache, which Playwright turns off by default. Every page that it opens waits as
 * long as `timeLimits` says, instead of Playwright's 30 seconds.
 * @param options Playwright's options; `args` are added to ours
 * @throws {Error} if no browser is found, with the command that installs one
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    timeout: timeLimits.wait,
    ...options,
    args: [...browserArgs, ...(options.args ?? [])],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  browser.on('context', (context) => context.setDefaultTimeout(timeLimits.wait));
  return browser;
}

/** Makes `sessionStorage` and `localStorage` throw in a window, as in a browser that blocks the data of the site. */
export async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
}

/**
 * Goes back without waiting. Playwright's `goBack` waits for the page to load, which a page from the back-forward cache
 * never does.
 */
export async function pressBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
}
