// @ts-check
import { build } from 'vite';

const entry = 'bundled-source';

/**
 * Bundles the text of a module, with all that it imports, into one file.
 * @param {string} source its imports have absolute paths
 * @param {{ format: 'es' | 'iife', minify?: boolean, replaced?: Readonly<Record<string, string>> }} options Vite minifies
 * the blanks of `iife` only. `replaced`: the text of a module instead of its file, by the file's path
 * @returns {Promise<string>}
 */
export async function bundleSource(source, { format, minify = true, replaced = {} }) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: entry,
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? source : replaced[id]),
      },
    ],
    build: { lib: { entry, formats: [format], name: 'bundle' }, write: false, ...(minify ? {} : { minify }) },
  });
  const outputs = /** @type {{ output: readonly { code: string }[] }[]} */ (/** @type {unknown} */ (built));
  return outputs.flatMap(({ output }) => output.map(({ code }) => code)).join('');
}
