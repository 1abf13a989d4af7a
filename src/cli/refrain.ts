#!/usr/bin/env node
import { takeEnvironment } from './environment.ts';
import { main } from './main.ts';
import { surroundingsOf } from './surroundings.ts';

const environment = takeEnvironment(process.env, process.platform);
const ending = new AbortController();

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    // Whoever asks twice is not kept waiting.
    if (ending.signal.aborted) process.exit(exitCode);
    ending.abort();
  });
}

// A reader that has seen enough (`| head -1`) is no failure.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit());

const code = await main(
  process.argv.slice(2),
  surroundingsOf(environment, new URL('../../', import.meta.url), ending.signal),
);
// Written out before it ends; and it ends, whatever a library may have left open.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
