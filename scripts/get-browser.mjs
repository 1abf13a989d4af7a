// @ts-check
/** A browser for the journeys: the one that is there, or Debian's own where it may be installed without asking. */
import { install, mayInstall } from './debian.mjs';
import { findBrowser, howToGetABrowser } from './find-browser.mjs';

// Without a font of its own a container draws no text, and what is laid out by its text falls together.
const packages = ['chromium', 'fonts-liberation'];

/** @returns {{ path: string } | { missing: string }} */
export function getBrowser() {
  const found = findBrowser();
  if (found !== undefined) return { path: found };
  // Ubuntu's package of that name is only a pointer to a snap, which a container can't run.
  if (!mayInstall()) return { missing: howToGetABrowser };
  process.stdout.write('No browser is here yet: installing Debian\u2019s Chromium …\n');
  install(...packages);
  const installed = findBrowser();
  return installed === undefined ? { missing: howToGetABrowser } : { path: installed };
}
