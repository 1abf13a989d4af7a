// @ts-check
/** `npm start`: builds, then serves the page and the emulator in this very process, so that one signal ends it all. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './programs.mjs';

// npm passes SIGTERM on to the shell that it starts us with, and that dies without telling us: so we look after it.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

// The tests built it already, and read what a second build would overwrite.
const task = process.env['REFRAIN_BUILT'] ? ['--if-stale'] : [];
const build = spawn(process.execPath, [join(root, 'scripts', 'build.mjs'), '--quiet', ...task], { stdio: 'inherit' });
/** @param {NodeJS.Signals} signal */
const stop = (signal) => {
  build.kill(signal);
  process.exit(0);
};
process.once('SIGINT', stop).once('SIGTERM', stop);
const code = await new Promise((done) => build.once('error', () => done(1)).once('close', done));
process.off('SIGINT', stop).off('SIGTERM', stop);

if (code === 0) await import(pathToFileURL(join(root, 'dist', 'cli', 'start.js')).href);
else process.exitCode = 1;
