// @ts-check
/**
 * `npm run build`: the library into dist/, the command into dist/cli/, the page into dist/page/.
 *
 *   --quiet      prints only what goes wrong
 *   --if-stale   does nothing if the build is newer than every source
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { programOf, root } from './programs.mjs';

const dist = join(root, 'dist');
const { values: options } = parseArgs({
  options: { quiet: { type: 'boolean', default: false }, 'if-stale': { type: 'boolean', default: false } },
});

/** When the newest file below a path was written. @param {string} path @returns {number} */
const newest = (path) => {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const sources = [
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'vite.command.config.ts',
];
const outputs = ['dist/page/index.html', 'dist/cli/refrain.js'].map((name) => join(root, name));

const stale = () => {
  if (!outputs.every((path) => existsSync(path))) return true;
  const oldestOutput = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return sources.some((name) => newest(join(root, name)) > oldestOutput);
};

/**
 * Runs one program to its end. Shows its output as it comes, or with --quiet only if it fails.
 * @param {string} program @param {string[]} args @returns {Promise<boolean>} whether it went well
 */
const run = (program, args) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    process.once('SIGTERM', () => child.kill()).once('SIGINT', () => child.kill());
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        if (options.quiet) said += text;
        else process.stdout.write(text);
      });
    }
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(false);
    });
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(said);
      done(code === 0);
    });
  });

if (!options['if-stale'] || stale()) {
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    // vite empties its own folder in its last step, so a server that runs meanwhile still finds a whole page.
    if (name !== 'page') rmSync(join(dist, name), { recursive: true, force: true });
  }
  const silence = options.quiet ? ['--logLevel', 'warn'] : [];
  const went = await Promise.all([
    run(programOf('typescript', 'tsc'), ['--project', 'tsconfig.build.json']),
    run(programOf('vite'), ['build', ...silence]),
    run(programOf('vite'), ['build', '--config', 'vite.command.config.ts', ...silence]),
  ]);
  if (went.every(Boolean)) chmodSync(join(dist, 'cli', 'refrain.js'), 0o755);
  else process.exitCode = 1;
}
