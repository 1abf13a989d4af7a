// @ts-check
/** `npm start`: builds, then runs `refrain page` in this process, so that one signal stops everything. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './programs.mjs';

// npm sends SIGTERM to the shell that runs this script, and the shell exits without passing it on.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

// REFRAIN_BUILT: other tests are reading the build, so it must not be replaced.
const flags = process.env['REFRAIN_BUILT'] ? ['--if-stale'] : [];
const build = spawn(process.execPath, [join(root, 'scripts', 'build.mjs'), '--quiet', ...flags], { stdio: 'inherit' });
/** @param {NodeJS.Signals} signal */
const stop = (signal) => {
  build.kill(signal);
  process.exit(0);
};
process.once('SIGINT', stop).once('SIGTERM', stop);
const code = await new Promise((done) => build.once('error', () => done(1)).once('close', done));
process.off('SIGINT', stop).off('SIGTERM', stop);

if (code === 0) {
  const program = join(root, 'dist', 'cli', 'refrain.js');
  process.argv.splice(1, 1, program, 'page');
  await import(pathToFileURL(program).href);
} else process.exitCode = 1;
