import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryStore, RefrainError, type TokenStore } from '../../index.ts';
import { broken, claimantNamed, hour, keeperBench, minute } from '../../../test/support/keeper/keeper-bench.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Random numbers from 0 up to 1 from a seed (linear congruential), so that a failed run can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

/** How often a store fails, or does not answer until it is woken: from 0 up to 1. */
interface Trouble {
  failing: number;
  silent: number;
  readonly asleep: (() => void)[];
}

/** One process's access to a store: with delays and trouble, before or after a write is done. */
function createTroubledStore(inner: TokenStore, random: () => number, trouble: Trouble): TokenStore {
  const sleep = () => new Promise<void>((wake) => trouble.asleep.push(wake));
  const delay = async () => {
    for (let turns = Math.floor(random() * 4); turns > 0; turns--) await turn();
  };
  return {
    async read() {
      await delay();
      if (random() < trouble.failing) throw new Error('unavailable');
      if (random() < trouble.silent) await sleep();
      const stored = await inner.read();
      await delay();
      return stored;
    },
    async replace(record, version) {
      await delay();
      const chance = random();
      if (chance < trouble.failing) throw new Error('not written');
      if (random() < trouble.silent) await sleep();
      const isWritten = await inner.replace(record, version);
      await delay();
      if (random() < trouble.silent) await sleep();
      if (chance < trouble.failing * 2) throw new Error('written');
      return isWritten;
    },
  };
}

/** Three processes share a single-use token, with a store and a network that fail. Returns what must not happen. */
async function findFaults(seed: number, howSilent: number): Promise<string[]> {
  const findings: string[] = [];
  const random = createRandom(seed);
  const store = memoryStore();
  const trouble: Trouble = { failing: 0, silent: 0, asleep: [] };
  const wake = (count: number) => trouble.asleep.splice(0, count).forEach((wakeOne) => wakeOne());
  const bench = keeperBench(store);
  await bench.kept({ rotates: true });
  const spent = new Set<string>();
  bench.network = async (_, pass) => {
    const { refreshToken = '' } = bench.refreshes.at(-1) ?? {};
    if (spent.has(refreshToken)) findings.push('a token that may be spent was sent again');
    const chance = random();
    if (chance < 0.15) return new Response('', { status: 429, headers: { 'retry-after': '3' } });
    spent.add(refreshToken);
    if (chance < 0.22) throw broken('ECONNRESET');
    const answer = await pass();
    if (chance < 0.3) throw broken('ECONNRESET');
    return answer;
  };
  const claimant = (name: string) => claimantNamed(name, { value: true });
  const keepers = ['one', 'two', 'three'].map((name) =>
    bench.keeper({ store: createTroubledStore(store, random, trouble), claimant: claimant(name), random }),
  );

  for (let step = 0; step < 8; step++) {
    bench.clock.time += random() < 0.7 ? 2 * hour : 59.4 * minute;
    trouble.failing = random() < 0.5 ? 0 : 0.15;
    trouble.silent = howSilent;
    const calls = keepers.flatMap((keeper) => [
      keeper.accessToken(),
      keeper.state(),
      random() < 0.3 ? keeper.setAccount({ id: String(step) }) : undefined,
    ]);
    const ends: PromiseSettledResult<unknown>[][] = [];
    void Promise.allSettled(calls).then((ended) => ends.push(ended));
    while (ends.length === 0) {
      await (howSilent ? bench.clock.pass(1000) : turn());
      if (random() < 0.05) wake(1);
    }
    for (const ended of ends.flat()) {
      if (ended.status === 'rejected' && !(ended.reason instanceof RefrainError)) findings.push(String(ended.reason));
    }
    trouble.failing = 0;
    trouble.silent = 0;
    wake(Infinity);
    await bench.clock.pass(3 * minute);

    const { state } = await bench.keeper({ claimant: claimant('observer') }).state();
    const isSpent = spent.has((await bench.storedToken()) ?? '');
    if ((await store.read())?.record.includes('"claim"')) findings.push(`a claim outlived its request (${state})`);
    if (isSpent && state !== 'in_doubt') findings.push(`a token was lost, and its state is ${state}`);
    if (!isSpent && state !== 'live') findings.push(`nothing was lost, and its state is ${state}`);
    if (state === 'in_doubt') await keepers[step % 3]?.adopt(await bench.consent());
  }
  return findings;
}

it.each([
  ['fails', 0],
  ['fails or does not answer', 0.04],
])(
  'sends no token twice, loses none unnoticed and calls none uncertain without reason if a store %s',
  async (_, howSilent) => {
    const seeds = fc.integer({ min: 1, max: 2 ** 31 });
    const holds = fc.asyncProperty(seeds, async (seed) => {
      expect(await findFaults(seed, howSilent)).toEqual([]);
    });
    await fc.assert(holds, { numRuns: 40, seed: 4 });
  },
  60_000,
);
