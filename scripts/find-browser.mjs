// @ts-check
/**
 * Finds a browser of the Chromium family that the journeys can drive, without asking. Used by the tests, the
 * screenshots and the benches.
 */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canStart } from './programs.mjs';

/** The paths where a browser may be, the requested one first. @param {Record<string, string | undefined>} env @param {string} platform */
export function browserPlaces(env, platform) {
  const asked = [env['REFRAIN_BROWSER'], env['CHROME_PATH']].filter((path) => path !== undefined && path !== '');
  return [...asked, ...installedPlaces(env, platform), ...playwrightPlaces(env, platform)].map(String);
}

/** @param {Record<string, string | undefined>} env @param {string} platform */
function installedPlaces(env, platform) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(Boolean).map(String);
    return folders.flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
  // Ubuntu's `chromium-browser` is a snap or a note that says how to get one: so it comes last.
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [...names, 'chromium-browser'].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** What `npx playwright install chromium` once put there. @param {Record<string, string | undefined>} env @param {string} platform */
function playwrightPlaces(env, platform) {
  const usual =
    platform === 'darwin'
      ? join(homedir(), 'Library', 'Caches', 'ms-playwright')
      : platform === 'win32'
        ? join(env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright')
        : join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ms-playwright');
  const folder = env['PLAYWRIGHT_BROWSERS_PATH'] || usual;
  if (!existsSync(folder)) return [];
  const inside = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => inside.map((path) => join(folder, name, ...path)));
}

/**
 * The path of a browser that can be started.
 * @param {Record<string, string | undefined>} [env] @param {string} [platform]
 * @returns {string | undefined} undefined if there is none
 * @throws {Error} if REFRAIN_BROWSER or CHROME_PATH names something that cannot be started: an explicit choice is not ignored
 */
export function findBrowser(env = process.env, platform = process.platform) {
  for (const name of ['REFRAIN_BROWSER', 'CHROME_PATH']) {
    const path = env[name];
    if (path && !canStart(path)) throw new Error(`${name} is ${path}, but there is no program at that path.`);
  }
  return browserPlaces(env, platform).find(canStart);
}

/** The path of a browser, as `findBrowser` finds it. @returns {string} @throws {Error} if there is none: says how to get one */
export function requireBrowser() {
  const path = findBrowser();
  if (path === undefined) throw new Error(howToGetABrowser);
  return path;
}

/** How to start it: quiet, without a GPU, and without the sandbox only if root could not start it otherwise. */
export const browserArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** What to say if there is none. */
export const howToGetABrowser =
  'No Chrome, Chromium or Edge was found. Install one with `npx playwright-core install chromium`, ' +
  'or set the path of yours: REFRAIN_BROWSER=/path/to/chrome';
