// @ts-check
/**
 * `node scripts/first-screen-result.mjs`, part of `npm run first-screen`, after a build: the positions of token, buttons and date in the result, in CSS pixels from the top of the
 * page, at two sizes, with usual and with the longest values; and the presses from *Agree* to the token on the clipboard.
 * Fails if something is below the first screen, or if it takes more than one press.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { emulateSpotify } from './emulated-spotify.mjs';
import { browserArgs, requireBrowser } from './find-browser.mjs';
import { root } from './programs.mjs';
import { states } from './screenshot-states.mjs';

const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** @param {string} path @returns {Promise<any>} */
const load = async (path) => (await runnerImport(join(root, 'src', path))).module;
/** @type {typeof import('../src/cli/commands/page/page-server.ts')} */
const { startPageServer } = await load('cli/commands/page/page-server.ts');
/** @type {typeof import('../src/emulator/node.ts')} */
const { startEmulator } = await load('emulator/node.ts');

const executablePath = requireBrowser();
const emulator = await startEmulator({ port: 0 });
const served = await startPageServer({ folder: join(root, 'dist', 'page'), port: 0 });
const browser = await chromium.launch({ executablePath, args: browserArgs });

/** What the result must have in the first screen. @param {import('playwright-core').Page} page */
const parts = (page) => ({
  'Refresh token': page.getByRole('textbox', { name: 'Refresh token', exact: true }),
  Copy: page.getByRole('button', { name: 'Copy refresh token', exact: true }),
  'Copy .env': page.getByRole('button', { name: 'Copy .env', exact: true }),
  date: page.getByRole('region', { name: 'Expires' }).locator('time').first(),
});

let failures = 0;
for (const name of ['result', 'result-longest']) {
  for (const viewport of sizes) {
    emulator.controls.reset();
    const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await emulateSpotify(context, emulator.url);
    const page = await context.newPage();
    await states[name]?.({ page, url: served.url, controls: emulator.controls });
    await page.evaluate(() => document.fonts.ready);
    const places = [];
    for (const [part, locator] of Object.entries(parts(page))) {
      const box = await locator.boundingBox();
      const bottom = Math.round((box?.y ?? Infinity) + (box?.height ?? 0));
      if (bottom > viewport.height) failures += 1;
      places.push(`${part} ${Math.round(box?.y ?? 0)}-${bottom}${bottom > viewport.height ? ' (below)' : ''}`);
    }
    await parts(page).Copy.click();
    const token = await parts(page)['Refresh token'].inputValue();
    const isCopied = (await page.evaluate(() => navigator.clipboard.readText())) === token;
    if (!isCopied) failures += 1;
    process.stdout.write(
      `${name}, ${viewport.width}x${viewport.height}: ${places.join(', ')}; ${isCopied ? 'copied by one press' : 'not copied'}\n`,
    );
    await context.close();
  }
}

await browser.close();
await Promise.all([served.close(), emulator.close()]);
process.exitCode = failures > 0 ? 1 : 0;
