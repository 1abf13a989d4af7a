// @ts-check
/**
 * `node bench/first-load.mjs`, after `npm ci && npm run build`: what a browser loads for the page, compared with the
 * original one. A real browser shows which files are requested first. Sizes are after the best compression (brotli 11,
 * gzip 9).
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArgs, requireBrowser } from '../scripts/find-browser.mjs';
import { weigh, weighPage } from '../scripts/page-files.mjs';
import { root } from '../scripts/programs.mjs';
import { startStaticHost } from './static-host.mjs';

/** Measured on the original one-page app: bytes after brotli. */
const original = { requests: 4, brotli: 66_895 };

const folder = join(root, 'dist', 'page');
const executablePath = requireBrowser();

const host = await startStaticHost(folder);
const browser = await chromium.launch({ executablePath, args: browserArgs });
const page = await browser.newPage();
await page.goto(host.url, { waitUntil: 'networkidle' });
await page.evaluate(() => document.fonts.ready);
await browser.close();
host.close();

const { connect, allFiles } = weighPage(folder);
const rows = /** @type {const} */ ([
  ['needed to connect', connect],
  ['first load', weigh(folder, host.asked)],
  ['whole page', allFiles],
]);

/** @param {string | number} text @param {number} width */
const right = (text, width) => (typeof text === 'number' ? text.toLocaleString('en') : text).padStart(width);
const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

print(`${''.padEnd(20)}${right('requests', 10)}${right('brotli', 10)}${right('gzip', 10)}  of the original’s bytes`);
for (const [name, weight] of rows) {
  const ratio = (weight.brotli / original.brotli).toFixed(2);
  print(
    `${name.padEnd(20)}${right(weight.requests, 10)}${right(weight.brotli, 10)}${right(weight.gzip, 10)}  ${ratio}`,
  );
}
print(
  `${'the original page'.padEnd(20)}${right(original.requests, 10)}${right(original.brotli, 10)}${right('', 10)}  1.00`,
);
print(`\nRequested first: ${host.asked.join(', ')}`);
