import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { programOf } from '../../../scripts/programs.mjs';
import { serveFolder } from './static-server.ts';

/**
 * Builds the page for another server than Spotify, and serves it as a static site.
 * @param accountsUrlFor returns the origin of that server's accounts service and Web API, for the address of the page
 */
export async function servePageFor(
  accountsUrlFor: (pageUrl: string) => Promise<string> | string,
): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-page-'));
  const server = await serveFolder(folder, '/');
  const origin = await accountsUrlFor(server.url);
  const cwd = fileURLToPath(new URL('../../../', import.meta.url));
  const env = { ...process.env, SPOTIFY_ACCOUNTS_URL: origin, SPOTIFY_API_URL: origin };
  const build = [programOf('vite'), 'build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'];
  await promisify(execFile)(process.execPath, build, { cwd, env });
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
