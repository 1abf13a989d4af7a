// @ts-check
/** A browser for the journeys: the one that is there, or Debian's own where it may be installed without asking. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBrowser, howToGetABrowser } from './find-browser.mjs';

// Without a font of its own a container draws no text, and what is laid out by its text falls together.
const packages = ['chromium', 'fonts-liberation'];

/** @returns {{ path: string } | { missing: string }} */
export function getBrowser() {
  const found = findBrowser();
  if (found !== undefined) return { path: found };
  if (!mayInstall()) return { missing: howToGetABrowser };
  process.stdout.write('No browser is here yet: installing Debian\u2019s Chromium …\n');
  // A fresh container has no package lists; a machine in use has, and asking for them again costs a minute.
  if (!apt('install', '--yes', '--no-install-recommends', ...packages)) {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  }
  const installed = findBrowser();
  return installed === undefined ? { missing: howToGetABrowser } : { path: installed };
}

/** Root on Debian. Ubuntu's package of that name is only a pointer to a snap, which a container can't run. */
function mayInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {string[]} args @returns {boolean} */
function apt(...args) {
  const { status } = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
