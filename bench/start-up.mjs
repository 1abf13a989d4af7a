// @ts-check
/**
 * `node bench/start-up.mjs [RUNS]`: how long the built command takes to start, as a multiple of bare Node in the same
 * run. `refrain --help` may take 1.6 times as long as `node -e 0`, `refrain token` with a fresh token kept 1.8 times.
 *
 * The runs take turns, so that whatever else the machine does falls on all of them alike. Two figures each: by the clock,
 * which is what somebody waits for, and by processor time, which a busy machine distorts less.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/cli/refrain.js', import.meta.url));
if (!existsSync(program)) throw new Error('Build it first: npm run build');

const runs = Number(process.argv[2] ?? 40);
const folder = mkdtempSync(join(tmpdir(), 'refrain-start-up-'));
const meter = join(folder, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => {
     const { user, system } = process.cpuUsage();
     require('node:fs').writeSync(3, String(user + system));
   });`,
);

const emulator = spawn(process.execPath, [program, 'emulate', '--port', '0', '--consent', 'agree', '--json'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
try {
  const { url, clientId } = await new Promise((resolve, reject) => {
    emulator.stdout.setEncoding('utf8').once('data', (line) => resolve(JSON.parse(line)));
    emulator.once('error', reject);
  });
  const env = {
    ...process.env,
    REFRAIN_HOME: join(folder, 'home'),
    SPOTIFY_ACCOUNTS_URL: url,
    SPOTIFY_API_URL: url,
  };
  await login(clientId, env);

  const bare = ['-e', '0'];
  const cases = /** @type {const} */ ([
    { name: 'node -e 0', args: bare, most: 1 },
    { name: 'refrain --help', args: [program, '--help'], most: 1.6 },
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
} finally {
  emulator.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Logs in as somebody at a browser would. @param {string} clientId @param {NodeJS.ProcessEnv} env */
async function login(clientId, env) {
  const child = spawn(process.execPath, [program, 'login', '--no-browser', '--client-id', clientId], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  let isOpened = false;
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
    const address = /^http\S+\/authorize\?\S+\n/m.exec(said)?.[0];
    if (address === undefined || isOpened) return;
    isOpened = true;
    fetch(address.trim()).catch(() => child.kill());
  });
  if ((await ended) !== 0) throw new Error(`The login failed: ${said}`);
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
