// @ts-check
/**
 * `node bench/first-paint.mjs BEFORE`, after `npm ci && npm run build`: when the form is usable on slow 3G, compared with
 * an earlier page. BEFORE is a folder with a built page, or a commit, which is built in a temporary folder.
 *
 * Usable: the box for the client ID and Connect are shown and enabled, and the redirect URI is filled in. The network is
 * what Lighthouse calls slow 3G: 400 kbit/s, 400 ms latency, set over the DevTools protocol. The two pages take turns, each
 * time in a new profile.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArgs, requireBrowser } from '../scripts/find-browser.mjs';
import { programOf, root } from '../scripts/programs.mjs';
import { startStaticHost } from './static-host.mjs';

const rounds = 5;
const wanted = 1.5;
const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Builds the page of a commit. @param {string} commit @param {string} folder where its sources go @returns {string} the folder of the page */
function buildCommit(commit, folder) {
  const source = join(folder, 'source');
  execFileSync('git', ['worktree', 'add', '--detach', source, commit], { cwd: root, stdio: 'ignore' });
  symlinkSync(join(root, 'node_modules'), join(source, 'node_modules'));
  const page = join(folder, 'page');
  execFileSync(process.execPath, [programOf('vite'), 'build', '--outDir', page], { cwd: source, stdio: 'ignore' });
  return page;
}

/** Runs in the page, before anything else. */
function watchForm() {
  const state = /** @type {Window & { usableAt?: number }} */ (window);
  const look = () => {
    const uri = /** @type {HTMLInputElement | null} */ (document.querySelector('#redirect-uri'));
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector('#client-id'));
    const connect = /** @type {HTMLButtonElement | null} */ (document.querySelector('#form button.go'));
    const shown = [uri, box, connect].every((element) => element?.checkVisibility() && element.offsetHeight > 0);
    if (shown && uri?.value && !box?.disabled && !connect?.disabled) state.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @param {import('playwright-core').Browser} browser @param {string} url @returns {Promise<number>} milliseconds from navigation */
async function measure(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow3G);
  await page.addInitScript(watchForm);
  await page.goto(url, { waitUntil: 'commit' });
  const usableAt = await page.evaluate(
    () =>
      new Promise((/** @type {(time: number) => void} */ done) => {
        const look = () => {
          const { usableAt: time } = /** @type {Window & { usableAt?: number }} */ (window);
          if (time === undefined) requestAnimationFrame(look);
          else done(time);
        };
        look();
      }),
  );
  await context.close();
  return usableAt;
}

/** @param {readonly number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

const [, , before] = process.argv;
if (before === undefined) throw new Error('Usage: node bench/first-paint.mjs FOLDER|COMMIT');
const executablePath = requireBrowser();

const temporary = mkdtempSync(join(tmpdir(), 'refrain-first-paint-'));
try {
  const isFolder = existsSync(join(before, 'index.html'));
  const folders = [isFolder ? before : buildCommit(before, temporary), join(root, 'dist', 'page')];
  const hosts = await Promise.all(folders.map((folder) => startStaticHost(folder)));
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [index, { url }] of hosts.entries()) times[index]?.push(await measure(browser, url));
  }
  await browser.close();
  for (const host of hosts) host.close();
  const medians = times.map(median);
  for (const [index, name] of ['before', 'now'].entries()) {
    const all = times[index]?.map((time) => time.toFixed(0)).join(' ');
    process.stdout.write(`${name.padEnd(8)}usable after ${medians[index]?.toFixed(0)} ms (median of ${all})\n`);
  }
  const ratio = (medians[0] ?? NaN) / (medians[1] ?? NaN);
  process.stdout.write(`${ratio.toFixed(2)} times as fast (aim: ${wanted})\n`);
  process.exitCode = ratio >= wanted ? 0 : 1;
} finally {
  const source = join(temporary, 'source');
  if (existsSync(source)) execFileSync('git', ['worktree', 'remove', '--force', source], { cwd: root });
  rmSync(temporary, { recursive: true, force: true });
}
