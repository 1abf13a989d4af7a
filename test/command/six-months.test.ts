import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { openTab, startRefrain } from '../support/command/started.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
  // A preload moves the clock of the command.
  writeFileSync(
    join(bench.folder, 'later.mjs'),
    `const now = Date.now, by = Number(process.env.LATER_BY);
     const Real = Date;
     globalThis.Date = class extends Real {
       constructor(...args) { if (args.length === 0) super(now() + by); else super(...args); }
       static now() { return now() + by; }
     };`,
  );
});
afterEach(() => bench.close());

const later = (milliseconds: number) => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(bench.folder, 'later.mjs')).href}`,
  LATER_BY: String(milliseconds),
});

async function consent(args: readonly string[], env: Record<string, string> = {}): Promise<number | null> {
  const started = startRefrain(bench, [...args, '--no-browser'], { env });
  await openTab(await started.address());
  return (await started.ended).code;
}

it.each([
  // Only Spotify's clock has moved: for this machine, the token is rejected early.
  ['suspect', 'rejected the token early', 2 * hour],
  ['expired', 'Expired', 181 * day],
])('after six months a token is %s, token exits with 3, and renew replaces it', async (state, shown, by) => {
  expect(await consent(['login', '--client-id', practiceApp.clientId])).toBe(0);
  bench.emulator.controls.moveClock({ advanceDays: 181 });
  const env = later(by);

  const token = await bench.run(['token', '--json'], { env });
  expect(token.code, token.stderr).toBe(3);
  expect(JSON.parse(token.stdout).error).toMatchObject({
    code: `refresh_token_${state}`,
    cure: expect.stringContaining('refrain renew'),
  });
  const status = await bench.run(['status', '--exit-code'], { env });
  expect(status.code).toBe(3);
  expect(status.stdout).toContain(shown);
  expect(status.stdout).toContain('refrain renew');
  // No request before the next try.
  bench.emulator.controls.forgetRequests();
  expect((await bench.run(['token'], { env })).code).toBe(3);
  expect(bench.emulator.controls.requests).toEqual([]);

  // A sign-in believes the `Date` of the server more than a clock that is days away from it, and that is the real time.
  const renewed = later(2 * hour);
  expect(await consent(['renew'], renewed)).toBe(0);
  expect((await bench.run(['token'], { env: renewed })).code).toBe(0);
  expect(JSON.parse((await bench.run(['status', '--json'], { env: renewed })).stdout).profiles).toMatchObject([
    { state: 'live', daysLeft: 180 },
  ]);
});
