// @ts-check
/**
 * `node bench/lighthouse.mjs [page|element]`, after `npm ci && npm run build`: Lighthouse (mobile) on the built page, and on
 * the page of examples/three-lists, which has three elements. Installs itself into bench/ first. The median of three runs
 * counts; two equal runs are enough. Exits with 1 if the built page has less than 100 or its layout shifts, or if the other
 * page has less than 100, or 95 for performance: its lists and pictures come later.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserArgs, requireBrowser } from '../scripts/find-browser.mjs';
import { root } from '../scripts/programs.mjs';
import { startStaticHost } from './static-host.mjs';

const bench = join(root, 'bench');
const browser = requireBrowser();
const shell = process.platform === 'win32';
const install = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
const { status } = spawnSync('npm', install, { cwd: bench, stdio: 'inherit', shell });
if (status !== 0) process.exit(1);

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const results = mkdtempSync(join(tmpdir(), 'refrain-lighthouse-'));

/** @typedef {{ url: string, close(): void }} Host */

/** The example in practice, on a free port. @returns {Promise<Host>} */
async function startExample() {
  const empty = createServer().listen(0, '127.0.0.1');
  await once(empty, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (empty.address());
  empty.close();
  const env = { ...process.env, PRACTICE: '1', PORT: String(port) };
  const program = join(root, 'examples', 'three-lists', 'server.mjs');
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}/`, close: () => child.kill() };
}

/** @typedef {{ scores: Record<string, number>, shift: number, faults: string[] }} Run */

/** @param {string} url @returns {Promise<Run>} */
async function measure(url) {
  const file = join(results, 'report.json');
  const child = spawn(
    process.execPath,
    [
      join(bench, 'node_modules', 'lighthouse', 'cli', 'index.js'),
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${['--headless=new', ...browserArgs].join(' ')}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: browser } },
  );
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`Lighthouse exited with ${code}.`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const scores = Object.fromEntries(categories.map((name) => [name, Math.round(report.categories[name].score * 100)]));
  const weighed = new Set(
    categories
      .flatMap((name) =>
        report.categories[name].auditRefs.filter((/** @type {{ weight: number }} */ ref) => ref.weight > 0),
      )
      .map(({ id }) => id),
  );
  const faults = Object.values(report.audits)
    .filter(({ id, score }) => weighed.has(id) && score !== null && score < 1)
    .map(({ id, score, displayValue }) => `${id} ${score} ${displayValue ?? ''}`.trim());
  return { scores, shift: report.audits['cumulative-layout-shift'].numericValue, faults };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Prints the scores of a page.
 * @param {string} name @param {Host} host @param {{ performance: number, shift: number }} limits
 */
async function judge(name, host, limits) {
  /** @type {Run[]} */
  const runs = [];
  while (runs.length < 3) {
    runs.push(await measure(host.url));
    const summaries = runs.map(({ scores, shift }) => JSON.stringify({ scores, shift }));
    if (summaries.length === 2 && summaries[0] === summaries[1]) break;
  }
  host.close();
  const scores = categories.map((category) => median(runs.map((run) => run.scores[category] ?? 0)));
  const shift = Math.max(...runs.map((run) => run.shift));
  process.stdout.write(`${name}\n`);
  for (const [at, category] of categories.entries()) process.stdout.write(`  ${category.padEnd(16)} ${scores[at]}\n`);
  process.stdout.write(`  ${'layout shift'.padEnd(16)} ${shift}\n`);
  const [performance = 0, ...others] = scores;
  const isGood = shift <= limits.shift && performance >= limits.performance && others.every((score) => score === 100);
  if (!isGood) process.stdout.write(`${[...new Set(runs.flatMap(({ faults }) => faults))].join('\n')}\n`);
  return isGood;
}

const only = process.argv[2];
let isGood = true;
if (only !== 'element') {
  isGood = await judge('the page', await startStaticHost(join(root, 'dist', 'page')), { performance: 100, shift: 0 });
}
// What is below a list moves when it comes. A site can reserve the place.
const limits = { performance: 95, shift: 0.1 };
if (only !== 'page') isGood = (await judge('a page with three elements', await startExample(), limits)) && isGood;
rmSync(results, { recursive: true, force: true });
process.exitCode = isGood ? 0 : 1;
