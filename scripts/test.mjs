// @ts-check
/**
 * `npm test`: finds or installs a browser and a Redis, builds, runs the checks and every test, and ends with one line:
 * `N passed, N failed` (and `, N skipped`). With file names or filters as arguments, only those tests run.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getBrowser } from './get-browser.mjs';
import { getRedis } from './get-redis.mjs';
import { programOf, root } from './programs.mjs';
import { secretsShown } from './secrets-shown.mjs';
import { conclude, countTests, sum } from './test-report.mjs';

const filters = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'refrain-test-'));
/** Where tests keep their temporary files: what remains there at the end is searched for secrets too. */
const left = join(folder, 'tmp');
mkdirSync(left);
// On other systems the path may be too long for a browser's socket.
const tmp = process.platform === 'linux' ? { TMPDIR: left } : undefined;
const inCi = Boolean(process.env['CI']);

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    running?.kill(signal);
    rmSync(folder, { recursive: true, force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/** @param {string} name @returns {string | undefined} */
const readReport = (name) => {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * @param {string[]} args @param {Record<string, string>} [env]
 * @param {(text: string) => void} [hear] receives all output, if no terminal shows it
 * @returns {Promise<number | null>} the exit code
 */
const runNode = (args, env = {}, hear = undefined) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: hear && !process.stdout.isTTY ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    running = child;
    for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
      child[name]?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        process[name].write(text);
        hear?.(text);
      });
    }
    child.once('error', () => done(1));
    child.once('close', (code) => done(code));
  });

/** @returns {Promise<import('./test-report.mjs').Count>} */
async function testEverything() {
  const browser = getBrowser();
  if ('missing' in browser) {
    process.stderr.write(`${browser.missing}\n`);
    return { passed: 0, failed: 1, skipped: [] };
  }
  // Without a Redis its tests are skipped and say so; in CI that counts as failed.
  const redis = getRedis();
  if ('missing' in redis) process.stderr.write(`${redis.missing}\n`);
  if ((await runNode([join(root, 'scripts', 'build.mjs'), '--quiet'])) !== 0) {
    process.stderr.write('The build failed, so nothing was tested.\n');
    return { passed: 0, failed: 1, skipped: [] };
  }
  const env = {
    REFRAIN_BROWSER: browser.path,
    REFRAIN_BUILT: '1',
    ...('path' in redis && { REFRAIN_REDIS: redis.path }),
  };
  return sum([...(filters.length === 0 ? [await check(env)] : []), await vitest(env)]);
}

/** @param {Record<string, string>} env @returns {Promise<import('./test-report.mjs').Count>} */
async function check(env) {
  await runNode([join(root, 'scripts', 'check.mjs'), '--report', join(folder, 'checks.json')], env);
  const report = readReport('checks.json');
  return report === undefined ? { passed: 0, failed: 1, skipped: [] } : JSON.parse(report);
}

/** The files that the tests have not removed, by name. @returns {Record<string, string>} */
function filesLeft() {
  const files = readdirSync(left, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [`${relative(left, path)}, left behind,`, readFileSync(path, 'latin1')]),
  );
}

/** @param {Record<string, string>} env @returns {Promise<import('./test-report.mjs').Count>} */
async function vitest(env) {
  let output = '';
  const code = await runNode(
    [
      programOf('vitest'),
      'run',
      // They have a script of their own: `npm run test:states`.
      ...(filters.length === 0 ? ['--project=!states'] : filters),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(folder, 'tests.json')}`,
      `--reporter=${pathToFileURL(join(root, 'scripts', 'skip-reporter.mjs')).href}`,
    ],
    { ...env, ...tmp, REFRAIN_SKIPS: join(folder, 'skips.json') },
    (text) => (output += text),
  );
  const report = readReport('tests.json');
  const { practiceApp } = await import(pathToFileURL(join(root, 'dist', 'emulator', 'index.js')).href);
  const texts = { 'What the tests wrote': output, 'Their report': report, ...filesLeft() };
  const shown = secretsShown(texts, [practiceApp.clientSecret]);
  for (const line of shown) process.stderr.write(`${line}\n`);
  const count = countTests(report, JSON.parse(readReport('skips.json') ?? '[]'), code);
  return { ...count, failed: count.failed + shown.length };
}

const { lines, exitCode } = conclude(await testEverything(), { ci: inCi });
// Keep what a failed run left on purpose, such as the harness's logs.
if (exitCode === 0 || readdirSync(left).length === 0) rmSync(folder, { recursive: true, force: true });
else process.stdout.write(`\nThe tests left files in ${left}\n`);
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = exitCode;
