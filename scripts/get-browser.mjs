// @ts-check
/** A browser for the journeys: the installed one, or Debian's if it can be installed without asking. */
import { install, mayInstall } from './debian.mjs';
import { findBrowser, howToGetABrowser } from './find-browser.mjs';

// A container without fonts draws no text, and a layout that depends on text collapses.
const packages = ['chromium', 'fonts-liberation'];

/** @returns {{ path: string } | { missing: string }} */
export function getBrowser() {
  const found = findBrowser();
  if (found !== undefined) return { path: found };
  // Ubuntu's package of that name is only a pointer to a snap, which a container can't run.
  if (!mayInstall()) return { missing: howToGetABrowser };
  process.stdout.write('No browser found. Installing Debian\u2019s Chromium …\n');
  install(...packages);
  const installed = findBrowser();
  return installed === undefined ? { missing: howToGetABrowser } : { path: installed };
}
