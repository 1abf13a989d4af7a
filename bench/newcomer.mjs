// @ts-check
/**
 * `node bench/newcomer.mjs`, after a build: a scripted newcomer in Chromium, on the built page, with an emulator in the place
 * of Spotify. Prints clicks, typed values and seconds from opening the page to a token on the clipboard, to a renewed token,
 * and to a copied snippet for one's own site; then the keys from the first Tab to the copied token, with a client ID that
 * the link fills in. Registering an app at Spotify is not in it. The seconds are the machine's, without a person's pauses.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { emulateSpotify } from '../scripts/emulated-spotify.mjs';
import { browserArgs, requireBrowser } from '../scripts/find-browser.mjs';
import { root } from '../scripts/programs.mjs';
import { program } from './logged-in.mjs';
import { startStaticHost } from './static-host.mjs';

const executablePath = requireBrowser();
const host = await startStaticHost(join(root, 'dist', 'page'));
const emulator = spawn(process.execPath, [program, 'emulate', '--port', '0', '--json'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const [line] = await once(emulator.stdout.setEncoding('utf8'), 'data');
/** @type {{ url: string, clientId: string }} */
const { url: emulatorUrl, clientId } = JSON.parse(line);
const browser = await chromium.launch({ executablePath, args: browserArgs });

/** A fresh window, and a newcomer who counts what they do in it. */
async function startNewcomer() {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(host.url).origin });
  await emulateSpotify(context, emulatorUrl);
  const page = await context.newPage();
  const done = { clicks: 0, typed: 0 };
  const began = performance.now();
  return {
    page,
    /** @param {string} name @param {string} [region] */
    async click(name, region) {
      const within = region === undefined ? page : page.getByRole('region', { name: region });
      await within.getByRole('button', { name, exact: true }).first().click();
      done.clicks += 1;
    },
    /** @param {string} name @param {string} value */
    async type(name, value) {
      await page.getByRole('textbox', { name, exact: true }).fill(value);
      done.typed += 1;
    },
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    /** @param {string} what */
    report(what) {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${what.padEnd(34)}${done.clicks} clicks, ${done.typed} typed, ${seconds} s\n`);
    },
    close: () => context.close(),
  };
}

/** @param {string} copied @param {RegExp} expected */
const insist = (copied, expected) => {
  if (!expected.test(copied)) throw new Error('The clipboard holds something else.');
};

try {
  const newcomer = await startNewcomer();
  await newcomer.page.goto(host.url);
  await newcomer.type('Client ID', clientId);
  await newcomer.click('Connect Spotify');
  await newcomer.click('Agree');
  await newcomer.click('Copy refresh token');
  const first = await newcomer.copied();
  insist(first, /^AQ/);
  newcomer.report('a token on the clipboard');
  await newcomer.click('Copy Static site code', 'Show it on your site');
  insist(await newcomer.copied(), /refrain snapshot/);
  newcomer.report('… and a snippet for one’s own site');
  await newcomer.close();

  // Where the reminder in the calendar leads, about six months later.
  const owner = await startNewcomer();
  await owner.page.goto(`${host.url}?client_id=${clientId}&renew`);
  await owner.click('Renew');
  await owner.click('Agree');
  await owner.click('Copy refresh token');
  insist(await owner.copied(), /^AQ/);
  if ((await owner.copied()) === first) throw new Error('The token was not renewed.');
  owner.report('a renewed token on the clipboard');
  await owner.close();

  const typist = await startNewcomer();
  await typist.page.goto(`${host.url}?client_id=${clientId}`);
  await typist.page.locator('#redirect-uri').waitFor();
  let keys = 0;
  /** Presses Tab until the button with this name has the focus, then Enter. @param {string} name */
  const reach = async (name) => {
    const button = typist.page.getByRole('button', { name, exact: true });
    await button.waitFor();
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await typist.page.keyboard.press('Tab');
      keys += 1;
      if (await button.evaluate((element) => element === document.activeElement)) break;
    }
    await typist.page.keyboard.press('Enter');
    keys += 1;
  };
  for (const name of ['Connect Spotify', 'Agree', 'Copy refresh token']) await reach(name);
  insist(await typist.copied(), /^AQ/);
  process.stdout.write(`${'by keyboard, to the copied token'.padEnd(34)}${keys} keys\n`);
  await typist.close();
} finally {
  await browser.close();
  host.close();
  emulator.kill();
}
