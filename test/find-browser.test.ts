import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser } from '../scripts/find-browser.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain browser '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

describe('finding a browser', () => {
  it('uses the one that a variable names', () => {
    const asked = program('mine');
    const chrome = program('theirs');
    expect(findBrowser({ REFRAIN_BROWSER: asked, CHROME_PATH: chrome, PATH: '' }, 'linux')).toBe(asked);
    expect(findBrowser({ CHROME_PATH: chrome, PATH: '' }, 'linux')).toBe(chrome);
  });

  it('fails if the named one does not exist, and does not use another', () => {
    program('bin', 'chromium');
    expect(() => findBrowser({ REFRAIN_BROWSER: join(folder, 'gone'), PATH: join(folder, 'bin') }, 'linux')).toThrow(
      'REFRAIN_BROWSER',
    );
  });

  it.each(['chromium', 'google-chrome', 'microsoft-edge'])('finds %s on the path', (name) => {
    const file = program('bin', name);
    expect(browserPlaces({ PATH: join(folder, 'bin') }, 'linux')).toContain(file);
  });

  it('prefers chromium to chromium-browser, which is a stub on Ubuntu', () => {
    const places = browserPlaces({ PATH: '/bin' }, 'linux');
    expect(places.indexOf('/bin/chromium')).toBeLessThan(places.indexOf('/bin/chromium-browser'));
  });

  it('finds the newest one that Playwright downloaded', () => {
    program('chromium-99', 'chrome-linux', 'chrome');
    const newest = program('chromium-1200', 'chrome-linux64', 'chrome');
    const found = browserPlaces({ PLAYWRIGHT_BROWSERS_PATH: folder, PATH: '' }, 'linux').filter((place) =>
      place.startsWith(folder),
    );
    expect(found.find((place) => place === newest)).toBe(newest);
    expect(found[0]).toContain('chromium-1200');
  });

  it('knows the folders of Windows and macOS', () => {
    expect(browserPlaces({ PROGRAMFILES: 'C:\\Programs' }, 'win32').join('\n')).toMatch(/C:\\Programs.*chrome\.exe/);
    expect(browserPlaces({}, 'darwin').join('\n')).toContain('/Applications/Google Chrome.app/');
  });
});
