// @ts-check
/**
 * `node scripts/sizes.mjs`: the sizes of the built page and of a bundle with the keeper, and their limits. Exits with 1 if
 * one is too large.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundleSource } from './bundle-source.mjs';
import { weighPage } from './page-files.mjs';
import { root } from './programs.mjs';

/** Bytes after brotli, and requests. What is needed to connect fits into the first round trip (10 TCP segments). */
const pageBudgets = /** @type {const} */ ([
  { part: 'connect', words: 'needed to connect', brotli: 14_600 },
  { part: 'firstLoad', words: 'first load', brotli: 24_000, requests: 6 },
  { part: 'allFiles', words: 'the whole page, without languages and practice', brotli: 75_000 },
]);

/** Each language other than English: its texts, which load with the first script, and the font with its accents. */
const languageBudget = { words: 'a language', brotli: 16_000, requests: 2 };

/** The emulator, which the page loads for practice. */
const practiceBudget = { words: 'practice', brotli: 30_000 };

/** `createTokenKeeper` with `memoryStore`: codes and one line for each error, without the prose of `refrain/errors`. */
const keeperBudget = { words: 'keeper, bundled', brotli: 19_000 };
/** What `createHandler` adds to the keeper: lists, views and routes, without `renewal`. */
const handlerBudget = { words: 'handler without its element, added to the keeper', brotli: 18_000 };
/** The same with the script of `<refrain-listening>`, which the handler contains as a string. */
const servedBudget = { words: 'handler, added to the keeper', brotli: 19_000 };
/** Keeper and handler, in one file for a Worker. */
const workerBudget = { words: 'a whole Worker', brotli: 38_000 };

/** @typedef {{ brotli: number, gzip: number, requests: number }} Weight */

/** @param {string} [folder] the built package @returns {Promise<{ ok: boolean, lines: string[] }>} */
export async function judgeSizes(folder = join(root, 'dist')) {
  const page = weighPage(join(folder, 'page'));
  const keeperNames = { 'index.js': ['createTokenKeeper', 'memoryStore'] };
  const keeper = await weighBundle(folder, keeperNames);
  const workerNames = { ...keeperNames, 'handler/index.js': ['createHandler'] };
  const worker = await weighBundle(folder, workerNames);
  const noElement = { [join(folder, 'handler/element/element-script.js')]: "export const elementScript = '';" };
  const added = (/** @type {Weight} */ { brotli, gzip }) => ({
    brotli: brotli - keeper.brotli,
    gzip: gzip - keeper.gzip,
    requests: 1,
  });
  const judged = [
    ...pageBudgets.map((budget) => judge(budget, page[budget.part])),
    ...page.languages.map((language) => judge(languageBudget, language)),
    judge(practiceBudget, page.practice),
    judge(keeperBudget, keeper),
    judge(handlerBudget, added(await weighBundle(folder, workerNames, noElement))),
    judge(servedBudget, added(worker)),
    judge(workerBudget, worker),
  ];
  return { ok: judged.every(({ ok }) => ok), lines: judged.map(({ line }) => line) };
}

/** @param {{ words: string, brotli: number, requests?: number }} budget @param {Weight} weight */
function judge({ words, brotli, requests = Infinity }, weight) {
  const ok = weight.brotli <= brotli && weight.requests <= requests;
  const most = `${number(brotli)}${requests === Infinity ? '' : ` in ${requests}`}`;
  const is = `${number(weight.brotli)} B brotli, ${number(weight.gzip)} B gzip in ${weight.requests}`;
  return { ok, line: `${words}: ${is} (at most ${most})${ok ? '' : ' TOO LARGE'}` };
}

/**
 * Bundles what a program imports into one minified file.
 * @param {string} folder @param {Readonly<Record<string, readonly string[]>>} imports names by file
 * @param {Readonly<Record<string, string>>} [replaced] the source to use instead of a file, by path
 * @returns {Promise<Weight>}
 */
async function weighBundle(folder, imports, replaced = {}) {
  const lines = Object.entries(imports).map(
    ([file, names]) => `export { ${names.join(', ')} } from ${JSON.stringify(join(folder, file))};`,
  );
  const code = await bundleSource(lines.join('\n'), { format: 'iife', replaced });
  return { brotli: brotliCompressSync(code).length, gzip: gzipSync(code).length, requests: 1 };
}

/** @param {number} bytes */
const number = (bytes) => bytes.toLocaleString('en');

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { ok, lines } = await judgeSizes();
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = ok ? 0 : 1;
}
