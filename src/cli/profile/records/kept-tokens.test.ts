import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';
import { clientId, hour } from '../../../../test/support/keeper/keeper-bench.ts';
import { timeLimits } from '../../../../test/support/time-limits.ts';

/** Command lines in one history, and histories: a thousand lines. */
const lines = 25;
const histories = 40;

const profiles = ['default', 'work'] as const;

/** The commands that may change the token of a profile. */
const changing = new Set(['login', 'import', 'renew', 'logout']);

const commands = {
  token: ['token'],
  check: ['check'],
  status: ['status'],
  env: ['env', '-'],
  get: ['env', '--get', 'SPOTIFY_REFRESH_TOKEN'],
  push: ['push', 'vercel'],
  login: ['login', '--client-id', clientId],
  import: ['login', '--with-token', '--client-id', clientId],
  renew: ['renew'],
  logout: ['logout'],
} as const;

const using = ['token', 'token', 'token', 'check', 'status', 'env', 'get', 'get', 'push'] as const;
const line = fc.record({
  command: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...using) },
    { weight: 1, arbitrary: fc.constantFrom('login', 'import', 'renew', 'logout') },
  ),
  profile: fc.constantFrom(undefined, undefined, ...profiles),
  /** What SPOTIFY_REFRESH_TOKEN holds. */
  variable: fc.constantFrom('none', 'garbage', 'new', 'earlier', 'earlier', 'newest'),
  /** Which of several earlier tokens. */
  pick: fc.nat(100),
  hasClientId: fc.boolean(),
  date: fc.constantFrom(undefined, '2026-08-01', '2026-11-23'),
  hours: fc.constantFrom(0, 2),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

/** Runs one history. Returns the commands that changed a profile and may not, and the tokens that were sent twice. */
async function runHistory(bench: CommandBench, history: readonly Line[]) {
  const wrongChanges: string[] = [];
  bench.controls.set({ rotatesRefreshTokens: true });
  const earlier: string[] = [];
  for (const profile of profiles) earlier.push((await bench.login(profile)).refreshToken);
  let newest = earlier[0] ?? '';

  for (const { command, profile, variable, pick, hasClientId, date, hours } of history) {
    bench.clock.time += hours * hour;
    const fresh = variable === 'new' || command === 'import' ? ((await bench.consent()).refreshToken ?? '') : '';
    const old = earlier[pick % earlier.length];
    const token = { none: undefined, garbage: 'garbage', new: fresh, earlier: old, newest }[variable];
    if (fresh) earlier.push(fresh);
    const imported = variable === 'earlier' && old !== undefined ? old : fresh;
    const before = await consentsOf(bench);
    const { stdout, code } = await bench.run([...commands[command], ...(profile ? ['--profile', profile] : [])], {
      env: {
        SPOTIFY_REFRESH_TOKEN: token,
        SPOTIFY_CLIENT_ID: hasClientId ? clientId : undefined,
        SPOTIFY_AUTHORIZED_AT: date,
      },
      stdin: imported,
    });
    const after = await consentsOf(bench);
    // A refresh changes neither the consent nor the generation.
    if (!changing.has(command) && after !== before) wrongChanges.push(command);
    if (command === 'get' && code === 0) {
      newest = stdout.trim();
      earlier.push(newest);
    }
  }
  const sent = bench.refreshes.map(({ refreshToken }) => refreshToken).filter((token) => token !== 'garbage');
  const twice = sent.filter((token, index) => sent.indexOf(token) !== index);
  return { wrongChanges, sentTwice: twice.map((token) => token.slice(0, 8)) };
}

/** The consent that each profile has. */
async function consentsOf(bench: CommandBench): Promise<string> {
  const records = await Promise.all(profiles.map((profile) => bench.record(profile)));
  return JSON.stringify(
    records.map((record) => [record?.generation, record?.token?.firstSeenAt, record?.token?.authorizedAt]),
  );
}

it('imports a token from the record that holds it, not from one that only saw it in the variable', async () => {
  const usual = {
    profile: undefined,
    variable: 'none',
    pick: 0,
    hasClientId: false,
    date: undefined,
    hours: 0,
  } as const;
  const withFirst = { ...usual, profile: 'work', variable: 'earlier' } as const;
  // The login of `work` finds the token of `default` in the variable. Then that token moves to `work`.
  const moved: Line[] = [
    { ...withFirst, command: 'login' },
    { ...withFirst, command: 'import' },
    { ...usual, command: 'token', hours: 2 },
    { ...usual, command: 'token', profile: 'work', hours: 2 },
  ];
  // As before, but `default` has replaced its token already.
  const replaced: Line[] = [{ ...usual, command: 'token', hours: 2 }, ...moved];
  for (const history of [moved, replaced]) {
    const bench = commandBench();
    expect(await runHistory(bench, history)).toEqual({ wrongChanges: [], sentTwice: [] });
    bench.close();
  }
});

it(
  'a kept token is changed only by login, renew and logout, and no token of a rotating app is sent twice',
  { timeout: timeLimits.test },
  async () => {
    const history = fc.array(line, { minLength: lines, maxLength: lines });
    const property = fc.asyncProperty(history, async (commandLines) => {
      const bench = commandBench();
      try {
        expect(await runHistory(bench, commandLines)).toEqual({ wrongChanges: [], sentTwice: [] });
      } finally {
        bench.close();
      }
    });
    await fc.assert(property, { numRuns: histories });
  },
);
