// @ts-check
/** A Redis server for the tests: the installed one, or Debian's if it can be installed without asking. */
import { delimiter, join } from 'node:path';
import { install, mayInstall } from './debian.mjs';
import { canStart } from './programs.mjs';

const howToGetRedis =
  'No redis-server or valkey-server was found. Install one (apt-get install redis-server, brew install redis), ' +
  'or set the path of yours: REFRAIN_REDIS=/path/to/redis-server';

/**
 * The path of a server that can be started.
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined} undefined if there is none
 * @throws {Error} if REFRAIN_REDIS names something that cannot be started: an explicit choice is not ignored
 */
export function findRedis(env = process.env) {
  const asked = env['REFRAIN_REDIS'];
  if (asked) {
    if (!canStart(asked)) throw new Error(`REFRAIN_REDIS is ${asked}, but there is no program at that path.`);
    return asked;
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin'];
  return ['redis-server', 'valkey-server']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(canStart);
}

/** @returns {{ path: string } | { missing: string }} */
export function getRedis() {
  const found = findRedis();
  if (found !== undefined) return { path: found };
  if (!mayInstall()) return { missing: howToGetRedis };
  process.stdout.write('No Redis found. Installing Debian\u2019s …\n');
  install('redis-server');
  const installed = findRedis();
  return installed === undefined ? { missing: howToGetRedis } : { path: installed };
}
