// @ts-check
/**
 * `node scripts/element.mjs`: bundles `<refrain-listening>` into `src/handler/element/element-script.ts`, as a text that
 * the handler can serve on any runtime. The file is in git, so neither `tsc` nor a test needs a step before it; a test
 * compares it with what this script makes.
 */
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from './programs.mjs';

const folder = join(root, 'src', 'handler', 'element');

/** The bundled element. @returns {Promise<string>} */
export async function bundleElement() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    // Vite does not minify the blanks of an ES module.
    build: {
      lib: { entry: join(folder, 'define-element.ts'), formats: ['iife'], name: 'refrain' },
      target: 'es2022',
      write: false,
    },
  });
  const outputs = /** @type {{ output: readonly { code: string }[] }[]} */ (/** @type {unknown} */ (built));
  return outputs
    .flatMap(({ output }) => output.map(({ code }) => code))
    .join('')
    .trim();
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const text = `// Made by scripts/element.mjs from define-element.ts.

/** The script that defines \`<refrain-listening>\`: the answer of \`/element.js\`. */
export const elementScript =
  '${(await bundleElement()).replace(/['\\]/g, '\\$&')}';
`;
  writeFileSync(join(folder, 'element-script.ts'), text);
}
