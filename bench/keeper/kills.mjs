// @ts-check
/**
 * Kills the built command many times: `node bench/keeper/kills.mjs`, after `npm run build`.
 *
 *   --kills N   number of kills                                            (1000)
 *   --seed N    decides all choices                                   (from the clock)
 *   --homes N   profiles to use in turn, half of them rotating   (8)
 *
 * `refrain token` is killed with SIGKILL, half of the time between the server's answer and the save, otherwise at any time.
 * Then it checks: is every record complete, is every file 0600 and every folder 0700 (the umask is 0), and does the next
 * run end as it must? Exits with 0 if nothing was found, otherwise with 1.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHome } from './command/home.mjs';
import { eventsWithToken, showsToken } from './judge/tokens-in-logs.mjs';
import { openLog, readLogs } from './log.mjs';
import { seeded } from './seeded.mjs';
import { startSpotify } from './start-spotify.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    homes: { type: 'string', default: '8' },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.kills);
const random = seeded(seed, 'kills');
const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
print(`seed ${seed}: ${wanted} kills of refrain token`);
// With this umask, a file without an explicit mode is open to everyone.
process.umask(0);

const folder = mkdtempSync(join(tmpdir(), 'refrain-kills-'));
const logs = join(folder, 'logs');
mkdirSync(logs, { mode: 0o700 });
const log = openLog(logs, 'run');
const began = performance.now();
// Access tokens live for a second, so nearly every run must refresh.
const start = (/** @type {boolean} */ rotates) =>
  startSpotify({
    logs,
    seed,
    rotations: 1e9,
    rotating: rotates ? 1e9 : 0,
    decks: Array.from({ length: 64 }, () => []),
    life: 1,
  });
const servers = { rotating: await start(true), steady: await start(false) };
const homes = await Promise.all(
  Array.from({ length: Number(values.homes) }, (_, index) => {
    const rotates = index % 2 === 0;
    const server = rotates ? servers.rotating : servers.steady;
    return createHome({ folder: join(folder, `home-${index}`), line: index, server, rotates, log });
  }),
);

/** @type {string[]} */
const found = [];
const count = {
  kills: 0,
  'before the save': 0,
  elsewhere: 0,
  'ended before the kill': 0,
  rotating: 0,
  steady: 0,
  'next run: 0': 0,
  'next run: 3, uncertain': 0,
  'claim left after the kill': 0,
};

/** One kill, the state after it, and the next run. @param {typeof homes[number]} home */
async function killOnce(home) {
  const isBeforeSave =
    count['before the save'] < wanted / 2 && (count['elsewhere'] >= wanted / 2 || random.next() < 0.5);
  const moment = isBeforeSave ? 'answered' : random.pick(['arrival', 'rotated', 'first-byte', 'any', 'any', 'any']);
  const killed = await home.runKilled(/** @type {any} */ (moment), random.next());
  if (!killed.isKilled) {
    count['ended before the kill']++;
    if (killed.code !== 0) found.push(`it exited with ${killed.code} before it was killed: ${killed.said}`);
  } else {
    count.kills++;
    count[home.rotates ? 'rotating' : 'steady']++;
    count[killed.isAnswered && !killed.isSaved ? 'before the save' : 'elsewhere']++;
  }
  const left = home.check();
  found.push(...left.faults);
  if (left.isClaimLeft) count['claim left after the kill']++;
  const next = await home.run();
  if (next.code === 0) count['next run: 0']++;
  else if (next.code === 3 && next.error === 'refresh_token_in_doubt' && home.rotates && left.isClaimLeft) {
    count['next run: 3, uncertain']++;
    await home.consent();
  } else {
    found.push(
      `${home.rotates ? 'rotating' : 'not rotating'}, killed at ${moment}, ${left.isClaimLeft ? 'claimed' : 'not claimed'}: the next run exited with ${next.code}: ${next.said}`,
    );
    await home.consent();
  }
  found.push(...home.check().faults);
  if (showsToken(killed.said + next.said)) found.push('a token is on standard error');
}

let printed = 0;
/** Each home independently, two at a time. */
async function work() {
  while (count.kills < wanted && found.length < 50) {
    const home = homes.shift();
    if (!home) return;
    await killOnce(home);
    homes.push(home);
    if (performance.now() > printed + 10_000) {
      printed = performance.now();
      print(
        `${String(Math.round((printed - began) / 1000)).padStart(4)} s  ${count.kills} kills, ${count['before the save']} before the save`,
      );
    }
  }
}
await Promise.all([work(), work()]);
await Promise.all([servers.rotating.close(), servers.steady.close()]);
if (eventsWithToken(readLogs(logs)).length > 0) found.push('a token is in a log');
rmSync(folder, { recursive: true, force: true });

print('');
for (const [name, number] of Object.entries(count)) {
  print(`${name.padEnd(28)}${number.toLocaleString('en').padStart(8)}`);
}
print('');
for (const fault of [...new Set(found)].slice(0, 20)) print(`FOUND  ${fault}`);
print(`${found.length === 0 ? 'ok' : 'not ok'}: ${Math.round((performance.now() - began) / 1000)} s, seed ${seed}`);
process.exit(found.length === 0 ? 0 : 1);
