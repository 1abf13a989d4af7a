#!/usr/bin/env node
import { takeEnvironment } from './context/environment.ts';
import { main } from './main/main.ts';
import { Outputs } from './main/process.ts';

// First of all, so that no code runs with secrets in `process.env`.
const environment = takeEnvironment(process.env, process.platform);
const interruption = new AbortController();
let signalExitCode: number | undefined;

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    // The second signal ends the process at once.
    if (interruption.signal.aborted) process.exit(exitCode);
    signalExitCode = exitCode;
    interruption.abort();
  });
}

const outputs = new Outputs();
const code = await main(process.argv.slice(2), {
  environment,
  childEnvironment: process.env,
  outputs,
  packageFolder: new URL('../../', import.meta.url),
  signal: interruption.signal,
});
const isPrinted = await outputs.flush();
// A library may have left a handle open.
process.exit(code === 130 ? (signalExitCode ?? code) : code || (isPrinted ? 0 : 1));
