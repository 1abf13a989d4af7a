// @ts-check
/**
 * Tests whether a keeper loses a token: `node bench/keeper/run.mjs --store file`, after `npm run build`.
 *
 *   --store file|redis     the store; redis needs redis-server                          (file)
 *   --processes N          clients; each has a keeper on every line                       (8)
 *   --lines N              tokens in parallel                                             (as many as processes)
 *   --steady N             additional lines whose tokens don't rotate                      (1)
 *   --rotations N          successful rotations of each line                              (1000)
 *   --faults N             of each kind                                                   (60)
 *   --kinds A,B            only faults of these kinds                                      (all)
 *   --least N              of each kind, or the run fails                                 (50)
 *   --seed N               decides all choices                                            (from the clock)
 *   --keeper NAME          real, plain, or one broken on purpose: no-claim, saved-after-use, blind-replay
 *   --minutes N            the time limit                                                 (10)
 *   --pause N              the longest pause between two uses, milliseconds               (400)
 *   --keep-logs            keeps the logs and prints their path
 *
 * Exits with 0 if nothing was found, otherwise prints what and exits with 1.
 */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { keepers } from './built.mjs';
import { judge } from './judge/judge.mjs';
import { readLogs } from './log.mjs';
import { runHistory } from './run-history.mjs';
import { faultKinds } from './spotify/plan.mjs';
import { tableOf } from './table.mjs';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'file' },
    processes: { type: 'string', default: '8' },
    lines: { type: 'string' },
    steady: { type: 'string', default: '1' },
    rotations: { type: 'string', default: '1000' },
    faults: { type: 'string', default: '60' },
    kinds: { type: 'string' },
    least: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keeper: { type: 'string', default: 'real' },
    minutes: { type: 'string', default: '10' },
    pause: { type: 'string', default: '400' },
    'keep-logs': { type: 'boolean', default: false },
  },
});
const keeper = keepers.find((name) => name === values.keeper);
const store = values.store === 'redis' ? 'redis' : 'file';
if (!keeper || !['file', 'redis'].includes(values.store)) {
  process.stderr.write(`Unknown keeper or store. Keepers: ${keepers.join(', ')}. Stores: file, redis.\n`);
  process.exit(2);
}
const options = {
  store: /** @type {import('./spotify/plan.mjs').StoreKind} */ (store),
  keeper,
  processes: Number(values.processes),
  lines: Number(values.lines ?? values.processes),
  steady: Number(values.steady),
  rotations: Number(values.rotations),
  faults: Number(values.faults),
  kinds: values.kinds?.split(','),
  seed: Number(values.seed),
  minutes: Number(values.minutes),
  pause: Number(values.pause),
};
const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
print(
  `seed ${options.seed}: ${options.processes} processes, ${options.lines} lines of ${options.rotations} rotations, ${store} store, ${keeper} keeper`,
);

const broken = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => broken.abort());
let printed = 0;
const { logs, seconds, isWhole } = await runHistory(options, {
  signal: broken.signal,
  onProgress({ seconds: now, rotations, faultsLeft }) {
    if (now < printed + 10) return;
    printed = now;
    print(`${String(now).padStart(4)} s  ${rotations} rotations, ${faultsLeft} faults to come`);
  },
});
const { findings, figures, faults } = judge(readLogs(logs));

/** @type {string[]} */
const shortcomings = [];
if (broken.signal.aborted) shortcomings.push('it was aborted');
else if (!isWhole) shortcomings.push(`it was not finished after ${options.minutes} minutes`);
const wanted = options.lines * options.rotations;
const wantedOfSteady = options.steady * options.rotations;
if ((figures['refreshes that do not rotate'] ?? 0) < wantedOfSteady) {
  shortcomings.push(`${figures['refreshes that do not rotate']} of ${wantedOfSteady} refreshes without rotation`);
}
if ((figures['rotations'] ?? 0) < wanted) shortcomings.push(`${figures['rotations']} of ${wanted} rotations`);
for (const kind of Object.keys(faultKinds(options.store, options.kinds))) {
  const total = faults.find((one) => one.kind === kind)?.total ?? 0;
  if (total < Number(values.least)) shortcomings.push(`${kind}: ${total} times, ${values.least} wanted`);
}

print(`\n${tableOf(figures, faults)}\n`);
const kinds = group(findings);
for (const [what, all] of kinds) {
  print(`FOUND  ${what}: ${all.length}`);
  for (const { line, at, more } of all.slice(0, 5)) print(`         line ${line}, at ${at.toFixed(1)}: ${more}`);
}
for (const shortcoming of shortcomings) print(`SHORT  ${shortcoming}`);
print(`${findings.length === 0 && shortcomings.length === 0 ? 'ok' : 'not ok'}: ${seconds} s, seed ${options.seed}`);
// Only the logs explain a finding: the same seed may not find it again.
if (values['keep-logs'] || (keeper === 'real' && findings.length > 0)) print(`logs: ${logs}`);
else rmSync(dirname(logs), { recursive: true, force: true });
process.exit(findings.length === 0 && shortcomings.length === 0 ? 0 : 1);

/** @param {typeof findings} all @returns {Map<string, typeof findings>} */
function group(all) {
  /** @type {Map<string, typeof findings>} */
  const groups = new Map();
  for (const one of all) groups.set(one.what, [...(groups.get(one.what) ?? []), one]);
  return groups;
}
