// @ts-check
/**
 * `node bench/files-run.mjs [--list]`: counts the source files whose functions run for three command lines, with V8's
 * coverage and the source maps. It shows how many files a reader has to open to follow one command.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative, resolve, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { program, whileLoggedIn } from './logged-in.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await whileLoggedIn(({ env, folder }) => {
  // An access token lasts an hour: two hours later, `token` has to refresh.
  const laterPath = join(folder, 'later.mjs');
  writeFileSync(laterPath, 'const now = Date.now; Date.now = () => now() + 7_200_000;');
  const later = { ...env, NODE_OPTIONS: `--import=${pathToFileURL(laterPath).href}` };

  for (const [name, args, variables] of /** @type {const} */ ([
    ['refrain token, fresh', ['token'], env],
    ['refrain token, with a refresh', ['token'], later],
    ['refrain check', ['check'], env],
  ])) {
    const coverage = mkdtempSync(join(folder, 'coverage-'));
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: { ...variables, NODE_V8_COVERAGE: coverage },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
    const files = filesRun(coverage);
    process.stdout.write(`${String(files.length).padStart(3)} source files  ${name}\n`);
    if (process.argv.includes('--list')) process.stdout.write(files.map((file) => `      ${file}\n`).join(''));
  }
});

/** The files below src/ with a function that ran, module bodies not counted. @param {string} folder @returns {string[]} */
function filesRun(folder) {
  /** @type {Set<string>} */
  const files = new Set();
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const path = fileURLToPath(url);
      if (relative(join(root, 'dist'), path).startsWith('..')) continue;
      const sourceOf = sourceFinder(path);
      for (const { ranges, functionName } of functions) {
        const [{ startOffset, count }] = ranges;
        if (count === 0 || (functionName === '' && startOffset === 0)) continue;
        const source = sourceOf(startOffset);
        if (source?.startsWith('src/')) files.add(source);
      }
    }
  }
  return [...files].toSorted();
}

/** Maps an offset in a built file to its source, relative to the repository. @param {string} path */
function sourceFinder(path) {
  const lineStarts = [0];
  for (const { index } of readFileSync(path, 'utf8').matchAll(/\n/g)) lineStarts.push(index + 1);
  const map = new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')));
  return (/** @type {number} */ offset) => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    const entry = map.findEntry(line, offset - (lineStarts[line] ?? 0));
    // A line without mappings (an unmapped library) gets the entry of an earlier line.
    if (!('originalSource' in entry) || !entry.originalSource || entry.generatedLine !== line) return undefined;
    return relative(root, resolve(dirname(path), entry.originalSource));
  };
}
