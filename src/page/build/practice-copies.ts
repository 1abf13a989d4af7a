import type { Plugin } from 'vite';

const mark = '?practice';
const folders = /\/src\/(emulator|page\/practice)\//;
/** What the emulator may share with other parts. */
const shared = /\/src\/(errors|http|spotify|text)\/.*\.ts$/;

/**
 * Gives practice its own copy of the few modules that other parts have too. A chunk of shared modules would be one more
 * request for everyone, and if it failed to load, the loader could not ask for it again: see lazy-loader.ts.
 */
export function practiceCopies(): Plugin {
  return {
    name: 'refrain-practice-copies',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || (!folders.test(importer) && !importer.endsWith(mark))) return undefined;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && shared.test(found.id) ? { ...found, id: found.id + mark } : undefined;
    },
  };
}
