// @ts-check
/** `node scripts/sizes.mjs`: the sizes of the built page and their limits. Exits with 1 if one is too large. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weighPage } from './page-files.mjs';
import { root } from './programs.mjs';

/** Bytes after brotli, and requests. What is needed to connect fits into the first round trip (10 TCP segments). */
const budgets = /** @type {const} */ ([
  { part: 'connect', words: 'needed to connect', brotli: 14_600 },
  { part: 'firstLoad', words: 'first load', brotli: 36_000, requests: 6 },
  { part: 'wholeWay', words: 'whole way', brotli: 70_000 },
]);

/** @param {string} [folder] @returns {{ ok: boolean, lines: string[] }} */
export function judgeSizes(folder = join(root, 'dist', 'page')) {
  const page = weighPage(folder);
  const judged = budgets.map((budget) => {
    const weight = page[budget.part];
    const requests = 'requests' in budget ? budget.requests : Infinity;
    const ok = weight.brotli <= budget.brotli && weight.requests <= requests;
    const most = `${number(budget.brotli)}${requests === Infinity ? '' : ` in ${requests}`}`;
    const is = `${number(weight.brotli)} B brotli, ${number(weight.gzip)} B gzip in ${weight.requests}`;
    return { ok, line: `${budget.words}: ${is} (at most ${most})${ok ? '' : ' TOO MUCH'}` };
  });
  return { ok: judged.every(({ ok }) => ok), lines: judged.map(({ line }) => line) };
}

/** @param {number} bytes */
const number = (bytes) => bytes.toLocaleString('en');

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { ok, lines } = judgeSizes();
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = ok ? 0 : 1;
}
