#!/usr/bin/env node
import { takeEnvironment } from './context/environment.ts';
import { main } from './main/main.ts';
import { Outputs } from './main/process.ts';
import { surroundingsOf } from './context/surroundings.ts';

const environment = takeEnvironment(process.env, process.platform);
const ending = new AbortController();
let endedBy: number | undefined;

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    // Whoever asks twice is not kept waiting.
    if (ending.signal.aborted) process.exit(exitCode);
    endedBy = exitCode;
    ending.abort();
  });
}

const outputs = new Outputs();
const packageFolder = new URL('../../', import.meta.url);
const code = await main(process.argv.slice(2), surroundingsOf(environment, packageFolder, ending.signal, outputs));
await outputs.written();
// It ends, whatever a library may have left open.
process.exit(code === 130 ? (endedBy ?? code) : code);
