// @ts-check
/**
 * `npm run check`: types, lint, format, unused code, the package, sizes, plain words, and what must not be in
 * the repository. Prints one line for each check, with the output of one that failed below it. `--report FILE` writes the
 * counts as JSON.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { findReadOnce, findTraces, weighInstall } from './repository.mjs';
import { programOf, root } from './programs.mjs';
import { judgeWords } from './plain-words.mjs';
import { judgeSizes } from './sizes.mjs';

/** @typedef {{ ok: boolean, said: string }} Verdict */

const { values: options } = parseArgs({ options: { report: { type: 'string' } } });

/** @param {string} program @param {string[]} args @returns {Promise<Verdict>} */
const run = (program, ...args) =>
  new Promise((done) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', (error) => done({ ok: false, said: error.message }));
    child.once('close', (code) => done({ ok: code === 0, said: said.trim() }));
  });

/** @type {Record<string, () => Verdict | Promise<Verdict>>} */
const checks = {
  types: () => run(programOf('typescript', 'tsc'), '--project', 'tsconfig.json'),
  'types without Node or a page': () => run(programOf('typescript', 'tsc'), '--project', 'tsconfig.neutral.json'),
  'types of the page': () => run(programOf('typescript', 'tsc'), '--project', 'tsconfig.page.json'),
  'lint, cycles, import direction': () => run(programOf('oxlint'), '--config=oxlint.config.mjs'),
  format: () => run(programOf('oxfmt'), '--list-different'),
  'unused code and dependencies': () => run(programOf('knip'), '--no-progress', '--no-config-hints'),
  'package (publint)': () => run(programOf('publint'), '--strict'),
  'package types (attw)': () =>
    run(programOf('@arethetypeswrong/cli', 'attw'), '--pack', '.', '--profile', 'esm-only', '--no-emoji'),
  sizes: async () => {
    const { ok, lines } = await judgeSizes();
    return { ok, said: lines.join('\n') };
  },
  'plain words': () => {
    const { ok, lines } = judgeWords();
    return { ok, said: lines.join('\n') };
  },
  'no machine in the repository': findTraces,
  'tests wait for what a page shows': findReadOnce,
  'install of at most 300 MB': weighInstall,
};

const silent = new Set(['package types (attw)', 'package (publint)']);
const build = process.env['REFRAIN_BUILT']
  ? { ok: true, said: '' }
  : await run('scripts/build.mjs', '--quiet', '--if-stale');
if (!build.ok) process.stdout.write(`${build.said}\n`);

const waiting = Object.entries(checks);
/** @type {{ name: string, verdict: Verdict }[]} */
const done = [];

async function work() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, check] = next;
    const verdict = await Promise.resolve()
      .then(check)
      .catch((error) => ({ ok: false, said: String(error?.message ?? error) }));
    const shown = verdict.ok && silent.has(name) ? '' : verdict.said;
    const more = shown === '' ? '' : `\n${shown.replace(/^/gm, '       ')}`;
    process.stdout.write(`${verdict.ok ? 'ok    ' : 'FAILED'} ${name}${more}\n`);
    done.push({ name, verdict });
  }
}
await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, work));

const failed = done.filter(({ verdict }) => !verdict.ok).length + (build.ok ? 0 : 1);
const passed = done.length + 1 - failed;
process.stdout.write(`${passed} checks passed, ${failed} failed\n`);
if (options.report) writeFileSync(options.report, JSON.stringify({ passed, failed, skipped: [] }));
process.exitCode = failed === 0 ? 0 : 1;
