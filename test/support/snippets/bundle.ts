import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a source file with everything that it imports, as a module for another process. */
export async function bundle(source: string): Promise<{ path: string; remove(): Promise<void> }> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'refrain-bundle-'));
  const name = `${basename(source, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { ssr: join(root, source), outDir: folder, rollupOptions: { output: { entryFileNames: name } } },
  });
  return { path: join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}
