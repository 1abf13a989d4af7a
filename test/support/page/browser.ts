import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';
import { browserArgs, findBrowser, howToGetABrowser } from '../../../scripts/find-browser.mjs';

/**
 * Starts a Chromium as people have it: with the back-forward cache on, which the driver would switch off.
 * @param options the driver's own; `args` are added to ours
 * @throws {Error} where no browser is found, with the command to get one
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(howToGetABrowser);
  return chromium.launch({
    executablePath,
    ...options,
    args: [...browserArgs, ...(options.args ?? [])],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/**
 * Goes back as a reader does, and waits for nothing: the driver's own `goBack` waits for a page to load, which one out of
 * the back-forward cache never does.
 */
export async function pressBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
}
