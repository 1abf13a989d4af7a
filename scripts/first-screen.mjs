// @ts-check
/**
 * `npm run first-screen`, after a build: the positions of the form's controls on usual screens, and how much a person reads
 * and passes before *Connect*. Exits with 1 above the limits.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { browserArgs, requireBrowser } from './find-browser.mjs';

/**
 * Width and height in CSS pixels, and how many screens high the way to *Connect* may be.
 * @type {readonly { width: number, height: number, screens: number }[]}
 */
export const screens = [
  { width: 1280, height: 800, screens: 1 },
  { width: 1366, height: 650, screens: 1 },
  { width: 390, height: 844, screens: 1.3 },
  { width: 320, height: 700, screens: Infinity },
];
const mostWords = 120;
const mostTabStops = 11;

/**
 * @typedef {{ copy: number, clientId: number, connect: number }} Ends the lower ends of the controls, in CSS pixels
 * @typedef {{ screen: (typeof screens)[number], ends: Ends, words: number, tabStops: number }} Measured
 */

/** Measures the form on every screen. @param {import('playwright-core').Browser} browser @param {string} url @returns {Promise<Measured[]>} */
export async function measureFirstScreen(browser, url) {
  const measured = [];
  for (const screen of screens) {
    const page = await browser.newPage({ viewport: screen });
    await page.goto(url);
    await page.evaluate(() => document.fonts.ready);
    const { ends, words } = await page.evaluate(measureInPage);
    measured.push({ screen, ends, words, tabStops: await countTabStops(page) });
    await page.close();
  }
  return measured;
}

/** What is beyond the limits, one line each. @param {readonly Measured[]} measured @returns {string[]} */
export function judgeFirstScreen(measured) {
  return measured.flatMap(({ screen: { width, height, screens: most }, ends, words, tabStops }) => {
    const where = `${width}×${height}`;
    return [
      ...Object.entries(ends)
        .filter(([, end]) => end > most * height)
        .map(([name, end]) => `${where}: ${name} ends at ${end} px, beyond ${most} screens`),
      ...(words > mostWords ? [`${where}: ${words} words before Connect, more than ${mostWords}`] : []),
      ...(tabStops > mostTabStops ? [`${where}: ${tabStops} tab stops to Connect, more than ${mostTabStops}`] : []),
    ];
  });
}

/** Runs in the page. Words are counted as a screen reader reads them, hidden ones included. */
function measureInPage() {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const end = (/** @type {string} */ selector) => Math.round(find(selector).getBoundingClientRect().bottom);
  const connect = find('#connect');
  const count = (/** @type {string | null} */ text) =>
    (text ?? '').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  /** @param {Element} element @returns {number} */
  const wordsIn = (element) => {
    if (element.ariaHidden === 'true' || !element.checkVisibility()) return 0;
    if (!(element.compareDocumentPosition(connect) & Node.DOCUMENT_POSITION_FOLLOWING) && !element.contains(connect)) {
      return 0;
    }
    if (element.matches('input, textarea')) return count(/** @type {HTMLInputElement} */ (element).value);
    if (element.ariaLabel !== null) return count(element.ariaLabel);
    return [...element.childNodes].reduce(
      (sum, node) =>
        sum + (node instanceof Element ? wordsIn(node) : node.nodeType === Node.TEXT_NODE ? count(node.nodeValue) : 0),
      0,
    );
  };
  // The value of a radio or a checkbox is not read.
  const unread = [...document.querySelectorAll('[type=radio], [type=checkbox]')];
  const words = wordsIn(document.body) - unread.reduce((sum, box) => sum + wordsIn(box), 0);
  return { ends: { copy: end('#copy-redirect-uri'), clientId: end('#client-id'), connect: end('#connect') }, words };
}

/** Presses Tab until *Connect* has the focus. @param {import('playwright-core').Page} page */
async function countTabStops(page) {
  for (let stops = 1; stops < 100; stops++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.id === 'connect')) return stops;
  }
  return Infinity;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const executablePath = requireBrowser();
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 4173, strictPort: false } });
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  const measured = await measureFirstScreen(browser, server.resolvedUrls?.local[0] ?? '');
  await browser.close();
  await server.close();
  for (const { screen, ends, words, tabStops } of measured) {
    const places = Object.entries(ends).map(([name, end]) => `${name} to y ${end}`);
    process.stdout.write(
      `${screen.width}×${screen.height}: ${places.join(', ')}; ${words} words, ${tabStops} tab stops to Connect\n`,
    );
  }
  const problems = judgeFirstScreen(measured);
  for (const problem of problems) process.stdout.write(`TOO MUCH: ${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
