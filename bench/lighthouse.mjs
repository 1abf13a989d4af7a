// @ts-check
/**
 * `node bench/lighthouse.mjs`, after `npm ci && npm run build`: Lighthouse (mobile) on the built page. Installs itself
 * into bench/ first. The median of three runs counts; two equal runs are enough. Exits with 1 below 100, or if the
 * layout shifts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserArgs, findBrowser, howToGetABrowser } from '../scripts/find-browser.mjs';
import { root } from '../scripts/programs.mjs';
import { startStaticHost } from './static-host.mjs';

const bench = join(root, 'bench');
const browser = findBrowser();
if (browser === undefined) throw new Error(howToGetABrowser);
const shell = process.platform === 'win32';
const install = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
const { status } = spawnSync('npm', install, { cwd: bench, stdio: 'inherit', shell });
if (status !== 0) process.exit(1);

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const results = mkdtempSync(join(tmpdir(), 'refrain-lighthouse-'));
const host = await startStaticHost(join(root, 'dist', 'page'));

/** @param {number} run @returns {Promise<{ scores: Record<string, number>, shift: number, faults: string[] }>} */
async function measure(run) {
  const file = join(results, `${run}.json`);
  const child = spawn(
    process.execPath,
    [
      join(bench, 'node_modules', 'lighthouse', 'cli', 'index.js'),
      host.url,
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

/** @type {Awaited<ReturnType<typeof measure>>[]} */
const runs = [];
while (runs.length < 3) {
  runs.push(await measure(runs.length + 1));
  const summaries = runs.map(({ scores, shift }) => JSON.stringify({ scores, shift }));
  if (summaries.length === 2 && summaries[0] === summaries[1]) break;
}
host.close();
rmSync(results, { recursive: true, force: true });

const scores = categories.map((name) => ({ name, score: median(runs.map((run) => run.scores[name] ?? 0)) }));
const shift = Math.max(...runs.map((run) => run.shift));
for (const { name, score } of scores) process.stdout.write(`${name.padEnd(16)} ${score}\n`);
process.stdout.write(`${'layout shift'.padEnd(16)} ${shift}\n`);
const isGood = shift === 0 && scores.every(({ score }) => score === 100);
if (!isGood) process.stdout.write(`${[...new Set(runs.flatMap(({ faults }) => faults))].join('\n')}\n`);
process.exitCode = isGood ? 0 : 1;
