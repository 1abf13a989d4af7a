// @ts-check
/**
 * `npm run screenshots`, after a build: makes the README's pictures.
 * `npm run screenshots -- --all DIR [--only NAME] [--lang TAG]`: every state of the page, phone and desktop, light and
 * dark.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { emulateSpotify } from './emulated-spotify.mjs';
import { browserArgs, requireBrowser } from './find-browser.mjs';
import { root } from './programs.mjs';
import { states } from './screenshot-states.mjs';

const { values: options } = parseArgs({
  options: { all: { type: 'string' }, only: { type: 'string' }, lang: { type: 'string', default: 'en' } },
});

const looks = [
  { name: 'desktop-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
];

/** The README's pictures: the whole form, and the result down to the card of plays. */
const pictures = [
  { state: 'form', file: 'page.png', height: 800 },
  { state: 'result', file: 'result.png', height: 1140 },
];

// The page is the built one; its servers run from source, since the bundle of the command exports nothing.
/** @param {string} path @returns {Promise<any>} */
const load = async (path) => (await runnerImport(join(root, 'src', path))).module;
/** @type {typeof import('../test/support/page/language/in-language.ts')} */
const { inLanguage } = await load('../test/support/page/language/in-language.ts');
/** @type {typeof import('../test/support/page/language/catalogues.ts')} */
const { catalogues } = await load('../test/support/page/language/catalogues.ts');
/** @type {typeof import('../src/cli/commands/page/page-server.ts')} */
const { startPageServer } = await load('cli/commands/page/page-server.ts');
/** @type {typeof import('../src/handler/create-handler.ts')} */
const { createHandler } = await load('handler/create-handler.ts');
/** @type {typeof import('../src/practice/practice.ts')} */
const { practice } = await load('practice/practice.ts');
/** @type {typeof import('../src/emulator/node.ts')} */
const { startEmulator } = await load('emulator/node.ts');

const catalogue = catalogues[/** @type {keyof typeof catalogues} */ (options.lang)];
if (!catalogue) throw new Error(`Unknown language: ${options.lang}.`);
const executablePath = requireBrowser();
const emulator = await startEmulator();
/** @param {number} port */
const serve = (port) => startPageServer({ folder: join(root, 'dist', 'page'), port });
// The pictures show the usual redirect URI, unless its port is in use.
const served = await serve(8888).catch(() => serve(0));
const browser = await chromium.launch({ executablePath, args: browserArgs });

/** The time in the README's pictures, so that they show the same plays each time. */
const moment = Date.UTC(2026, 10, 24, 11, 5, 30);

/**
 * Leads a fresh window into a state.
 * @param {string} name @param {{ width: number, height: number, colorScheme: string }} look
 * @param {number} [now] the time of the browser and of the emulator, epoch milliseconds. Default: the real one
 */
async function stage(name, { width, height, colorScheme }, now) {
  const reach = states[name];
  if (!reach) throw new Error(`Unknown state: ${name}.`);
  emulator.controls.reset();
  if (now !== undefined) emulator.controls.moveClock({ now });
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: options.lang === 'en' ? 'en-GB' : options.lang,
    javaScriptEnabled: name !== 'no-script',
  });
  await emulateSpotify(context, emulator.url);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (now !== undefined) await page.clock.install({ time: now });
  await reach({ page: inLanguage(page, catalogue), url: served.url, controls: emulator.controls });
  if (name !== 'no-script') await page.evaluate(() => document.fonts.ready);
  return { page, close: () => context.close() };
}

/** The cards, on a light and on a dark page. The songs are invented, but the cards look as they do on a site. */
async function stageCards() {
  // A moment at which something plays.
  const clock = { now: () => Date.UTC(2026, 10, 24, 3, 32, 30), wait: () => new Promise(() => {}) };
  const { isPractice: _, ...source } = practice({ clock });
  const handler = createHandler({ keeper: source, clock });
  const card = async (/** @type {string} */ path) => {
    const svg = await (await handler(new Request(`http://127.0.0.1/${path}`))).text();
    return `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;
  };
  const side = async (/** @type {'light' | 'dark'} */ theme) =>
    (
      await Promise.all(
        [`recently-played.svg?limit=4&theme=${theme}`, `now-playing.svg?theme=${theme}`].map((path) => card(path)),
      )
    ).join('');
  const context = await browser.newContext({ viewport: { width: 880, height: 466 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const style =
    'body{margin:0;min-height:100vh;display:grid;grid-template-columns:1fr 1fr}div{padding:20px;display:grid;gap:16px}img{display:block}';
  await page.setContent(
    `<style>${style}</style><div>${await side('light')}</div><div style="background:#0d1117">${await side('dark')}</div>`,
  );
  return { page, close: () => context.close() };
}

/** The elements that make the page wider than its window. */
function findOverflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    .slice(0, 8);
}

/** Makes the README's pictures. */
async function makePictures() {
  const folder = join(root, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  for (const { state, file, height } of pictures) {
    const { page, close } = await stage(state, { width: 1280, height, colorScheme: 'light' }, moment);
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    await close();
    process.stdout.write(`docs/images/${file}\n`);
  }
  const { page, close } = await stageCards();
  await page.screenshot({ path: join(folder, 'cards.png'), animations: 'disabled' });
  await close();
  process.stdout.write('docs/images/cards.png\n');
}

/**
 * Makes the picture of a state in one look. If that fails, or the page is wider than its window, standard error says so.
 * @param {string} name @param {typeof looks[number]} look @param {string} folder @returns {Promise<boolean>} whether it is right
 */
async function shoot(name, look, folder) {
  try {
    const { page, close } = await stage(name, look);
    const path = join(folder, `${name}-${look.name}.png`);
    await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' });
    const wide = await page.evaluate(findOverflow);
    if (wide.length > 0) throw new Error(`wider than the window: ${wide.join(', ')}`);
    await close();
    return true;
  } catch (error) {
    process.stderr.write(`${name}, ${look.name}: ${String(error).split('\n').slice(0, 3).join(' ')}\n`);
    return false;
  }
}

/** Makes the pictures of all states, or of one. @param {string} folder @returns {Promise<number>} how many states failed */
async function shootStates(folder) {
  mkdirSync(folder, { recursive: true });
  let failed = 0;
  for (const name of Object.keys(states).filter((state) => options.only === undefined || state === options.only)) {
    let isRight = true;
    for (const look of looks) isRight &&= await shoot(name, look, folder);
    if (!isRight) failed += 1;
    process.stdout.write(`${name}\n`);
  }
  return failed;
}

let failed = 0;
if (options.all === undefined) await makePictures();
else failed = await shootStates(resolve(options.all));

await browser.close();
await Promise.all([served.close(), emulator.close()]);
process.exitCode = failed > 0 ? 1 : 0;
