import fc from 'fast-check';
import { assert, it } from 'vitest';
import { RefrainError, type TokenKeeper } from '../index.ts';
import {
  broken,
  claimantNamed,
  day,
  hour,
  keeperBench,
  minute,
  type KeeperBench,
} from '../../test/support/keeper/keeper-bench.ts';
import { ReferenceModel, type Ending, type Fault } from '../../test/support/keeper/reference-model.ts';

type Step =
  | { readonly kind: 'ask'; readonly by: number; readonly fault: Fault }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'try' | 'consent' | 'forget' | 'restart'; readonly by: number };

const faults: Fault[] = [
  'none',
  'unreachable',
  'answer_lost',
  'request_lost',
  'called_revoked',
  'paused',
  'killed_before',
  'killed_after',
];
const by = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ask' as const), by, fault: fc.constantFrom(...faults) }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(minute, 14 * minute, 59.5 * minute, 61 * minute, 3 * hour, day)
      .map((milliseconds) => ({ kind: 'pass' as const, milliseconds })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('try' as const, 'consent', 'restart', 'forget'), by }),
  },
);

/** How a call ends. A call whose process is killed does not end. */
async function getEnding(call: Promise<unknown>, killed: Promise<'nothing'>): Promise<Ending> {
  const ended = call.then(
    () => 'token',
    (error: unknown) => {
      if (error instanceof RefrainError) return error.code;
      throw error;
    },
  );
  return Promise.race([ended, killed]);
}

/** Causes a fault in the next call. */
function cause(fault: Fault, bench: KeeperBench): Promise<'nothing'> {
  let kill = (_: 'nothing') => {};
  const killed = new Promise<'nothing'>((resolve) => (kill = resolve));
  let requests = 0;
  bench.network = async (_, pass) => {
    const isFirst = requests++ === 0;
    if (fault === 'unreachable') throw broken('ECONNREFUSED');
    if (fault === 'paused') return new Response('', { status: 429, headers: { 'retry-after': '3600' } });
    if (fault === 'called_revoked') return Response.json({ error: 'invalid_grant' }, { status: 400 });
    if (!isFirst || fault === 'none') return pass();
    if (fault === 'answer_lost' || fault === 'killed_after') await pass();
    if (fault === 'answer_lost' || fault === 'request_lost') throw broken('ECONNRESET');
    kill('nothing');
    return new Promise<never>(() => {});
  };
  return killed;
}

it.each([true, false])(
  'does what the reference model does, for any steps in any order (rotates: %s)',
  async (rotates) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const bench = keeperBench();
        const first = await bench.kept({ rotates });
        const { accessTokenExpiresAt = 0 } = await first.state();
        const model = new ReferenceModel(rotates, accessTokenExpiresAt);
        let processes = 0;
        const start = () => {
          // Each process has its own name, and all others are known to have ended.
          const name = `process ${processes++}`;
          const alive = { value: false };
          return bench.keeper({ claimant: claimantNamed(name, alive) });
        };
        const keepers: TokenKeeper[] = [start(), start(), start()];

        for (const next of steps) {
          if (next.kind === 'pass') {
            bench.clock.time += next.milliseconds;
            continue;
          }
          const keeper = keepers[next.by] ?? first;
          const before = bench.refreshes.length;
          const now = bench.clock.now();
          if (next.kind === 'restart') keepers[next.by] = start();
          if (next.kind === 'forget') {
            await keeper.forget();
            model.forgotten();
            for (const at of keepers.keys()) keepers[at] = start();
          }
          if (next.kind === 'consent') {
            await keeper.adopt(await bench.consent());
            model.consented(now);
          }
          if (next.kind === 'try' && model.inDoubt && model.refusals === 0) {
            const killed = cause('none', bench);
            assert.equal(await getEnding(keeper.refreshNow({ evenIfUncertain: true }), killed), model.tried(now));
            assert.equal(bench.refreshes.length - before, 1);
          }
          if (next.kind === 'ask') {
            const killed = cause(next.fault, bench);
            const expected = model.ask(next.fault, now);
            const isUsed = model.sent.most > 0;
            const ending = await getEnding(keeper.accessToken(), killed);
            assert.equal(ending, expected);
            const sent = bench.refreshes.length - before;
            assert.isAtLeast(sent, model.sent.least);
            assert.isAtMost(sent, model.sent.most);
            if (isUsed && ending === 'nothing') keepers[next.by] = start();
            // After a failure a keeper sends nothing for five seconds, which the model does not know.
            bench.clock.time += 6000;
          }
          bench.network = (_, pass) => pass();
          const observer = start();
          const { state } = await observer.state();
          assert.equal(state === 'expiring' ? 'live' : state, model.state);
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  },
  60_000,
);
