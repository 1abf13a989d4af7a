// @ts-check
/**
 * `npm run screenshots`, after a build: makes the README's pictures.
 * `npm run screenshots -- --all DIR [--only NAME]`: every state of the page, phone and desktop, light and dark.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { browserArgs, findBrowser, howToGetABrowser } from './find-browser.mjs';
import { root } from './programs.mjs';
import { states } from './screenshot-states.mjs';

const { values: options } = parseArgs({ options: { all: { type: 'string' }, only: { type: 'string' } } });

const looks = [
  { name: 'desktop-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
];

/** The README's pictures: the form down to Connect, the result down to the plays. */
const pictures = [
  { state: 'form', file: 'page.png', height: 1290 },
  { state: 'result', file: 'result.png', height: 1335 },
];

// The page is the built one; its servers run from source, since the bundle of the command exports nothing.
/** @param {string} path @returns {Promise<any>} */
const load = async (path) => (await runnerImport(join(root, 'src', path))).module;
/** @type {typeof import('../src/cli/commands/page/page-server.ts')} */
const { startPageServer } = await load('cli/commands/page/page-server.ts');
/** @type {typeof import('../src/emulator/node.ts')} */
const { startEmulator } = await load('emulator/node.ts');

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(howToGetABrowser);
const emulator = await startEmulator();
/** @param {number} port */
const serve = (port) =>
  startPageServer({
    folder: join(root, 'dist', 'page'),
    port,
    emulator: { origin: new URL(emulator.url).origin, clientId: emulator.practiceClientId },
  });
// The pictures show the usual redirect URI, unless its port is in use.
const served = await serve(8888).catch(() => serve(0));
const browser = await chromium.launch({ executablePath, args: browserArgs });

/**
 * Leads a fresh window into a state.
 * @param {string} name @param {{ width: number, height: number, colorScheme: string }} look
 */
async function stage(name, { width, height, colorScheme }) {
  const reach = states[name];
  if (!reach) throw new Error(`Unknown state: ${name}.`);
  emulator.controls.reset();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    javaScriptEnabled: name !== 'no-script',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await reach({ page, url: served.url, controls: emulator.controls });
  if (name !== 'no-script') await page.evaluate(() => document.fonts.ready);
  return { page, close: () => context.close() };
}

let missed = 0;
if (options.all === undefined) {
  const folder = join(root, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  for (const { state, file, height } of pictures) {
    const { page, close } = await stage(state, { width: 1280, height, colorScheme: 'light' });
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    await close();
    process.stdout.write(`docs/images/${file}\n`);
  }
} else {
  const folder = resolve(options.all);
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(states).filter((state) => options.only === undefined || state === options.only)) {
    for (const look of looks) {
      try {
        const { page, close } = await stage(name, look);
        const path = join(folder, `${name}-${look.name}.png`);
        await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' });
        await close();
      } catch (error) {
        missed += 1;
        process.stderr.write(`${name}, ${look.name}: ${String(error).split('\n').slice(0, 3).join(' ')}\n`);
        break;
      }
    }
    process.stdout.write(`${name}\n`);
  }
}

await browser.close();
await Promise.all([served.close(), emulator.close()]);
process.exitCode = missed > 0 ? 1 : 0;
