// @ts-check
/** Debian's packages, if they can be installed without asking. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Root on Debian. */
export function mayInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {string[]} packages */
export function install(...packages) {
  // A fresh container has no package lists. A machine in use has them, and updating them costs a minute.
  if (aptGet('install', '--yes', '--no-install-recommends', ...packages)) return;
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', ...packages);
}

/** @param {string[]} args @returns {boolean} */
function aptGet(...args) {
  const { status } = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
