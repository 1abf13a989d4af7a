import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before the journeys: the page and the command are built as a release is, unless REFRAIN_BUILT says that they are. */
export function setup(): void {
  if (process.env['REFRAIN_BUILT']) return;
  const build = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [build, '--quiet', '--if-stale'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
