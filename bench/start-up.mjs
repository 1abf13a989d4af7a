// @ts-check
/**
 * `node bench/start-up.mjs [RUNS]`: how long the built command takes to start, as a multiple of `node -e 0` in the same
 * run. `refrain --help` may take 1.4 times as long, `refrain token` with a fresh token 1.8 times.
 *
 * The cases take turns, so that other load on the machine affects all of them. There are two figures for each: wall-clock
 * time, which the user waits for, and processor time, which a busy machine distorts less.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, whileLoggedIn } from './logged-in.mjs';

const runs = Number(process.argv[2] ?? 40);

await whileLoggedIn(({ env, folder }) => {
  const meter = join(folder, 'meter.cjs');
  writeFileSync(
    meter,
    `process.on('exit', () => {
       const { user, system } = process.cpuUsage();
       require('node:fs').writeSync(3, String(user + system));
     });`,
  );
  const bare = ['-e', '0'];
  const cases = /** @type {const} */ ([
    { name: 'node -e 0', args: bare, most: 1 },
    { name: 'refrain --help', args: [program, '--help'], most: 1.4 },
    { name: 'refrain token', args: [program, 'token'], most: 1.8 },
  ]);
  /** @type {Map<string, { clock: number[], processor: number[] }>} */
  const measured = new Map(cases.map(({ name }) => [name, { clock: [], processor: [] }]));
  for (let run = 0; run < runs; run += 1) {
    for (const { name, args } of cases) {
      const began = process.hrtime.bigint();
      const ended = spawnSync(process.execPath, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const clock = Number(process.hrtime.bigint() - began) / 1e6;
      if (ended.status !== 0) throw new Error(`${name} failed: ${ended.stderr}`);
      const metered = spawnSync(process.execPath, ['--require', meter, ...args], {
        env,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      });
      measured.get(name)?.clock.push(clock);
      measured.get(name)?.processor.push(Number(metered.output[3]) / 1000);
    }
  }

  const base = measured.get('node -e 0');
  for (const { name, most } of cases) {
    const own = measured.get(name);
    if (!own || !base) continue;
    const clock = median(own.clock) / median(base.clock);
    const processor = median(own.processor) / median(base.processor);
    if (Math.min(clock, processor) > most) process.exitCode = 1;
    process.stdout.write(
      `${name.padEnd(16)}${median(own.clock).toFixed(0).padStart(5)} ms ${clock.toFixed(2)} x by the clock, ` +
        `${median(own.processor).toFixed(0).padStart(5)} ms ${processor.toFixed(2)} x by the processor (at most ${most})\n`,
    );
  }
});

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
