import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the page and the command before the tests of the project journeys, unless REFRAIN_BUILT is set. */
export function setup(): void {
  if (process.env['REFRAIN_BUILT']) return;
  const build = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [build, '--quiet', '--if-stale'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
