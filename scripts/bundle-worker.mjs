// @ts-check
/** Bundles a program for a runtime without Node and without packages, such as a Worker. */
import { build } from 'vite';
import { root } from './programs.mjs';

/** @param {string} entry the path of a module that imports `refrain` @returns {Promise<string>} one module */
export async function bundleWorker(entry) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { lib: { entry, formats: ['es'] }, target: 'es2022', write: false },
  });
  const outputs = /** @type {{ output: readonly { code: string }[] }[]} */ (/** @type {unknown} */ (built));
  const [{ code } = { code: '' }, ...others] = outputs.flatMap(({ output }) => output);
  if (others.length > 0) throw new Error(`${entry} needs more than one file.`);
  return code;
}
