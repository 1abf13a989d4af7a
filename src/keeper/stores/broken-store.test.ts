import { expect, it } from 'vitest';
import { memoryStore, type RefrainError, type TokenKeeper, type TokenStore } from '../../index.ts';
import { hour, keeperBench } from '../../../test/support/keeper/keeper-bench.ts';

/** More calls of a store than a keeper needs to notice that it is broken. */
const tooMany = 20_000;

/** A store whose `replace` breaks the rules of `TokenStore`. It counts its calls, and ends a loop that has no end. */
function createBrokenStore(replace: (inner: TokenStore, ...write: Parameters<TokenStore['replace']>) => unknown) {
  const inner = memoryStore();
  const seen = { calls: 0 };
  const count = () => {
    if (++seen.calls > tooMany) throw new Error('endless');
  };
  let isBroken = false;
  const store: TokenStore = {
    async read() {
      count();
      return inner.read();
    },
    async replace(record, version) {
      count();
      return isBroken ? ((await replace(inner, record, version)) as boolean) : inner.replace(record, version);
    },
  };
  return { store, inner, seen, break: () => (isBroken = true) };
}

const calls: Readonly<Record<string, (keeper: TokenKeeper) => Promise<unknown>>> = {
  note: (keeper) => keeper.note('label', 'value'),
  refreshNow: (keeper) => keeper.refreshNow(),
  accessToken: (keeper) => keeper.accessToken(),
  forget: (keeper) => keeper.forget(),
};

it.each([
  [
    'writes and returns nothing',
    async (inner: TokenStore, ...write: Parameters<TokenStore['replace']>) => void (await inner.replace(...write)),
  ],
  [
    'writes and says that it did not',
    async (inner: TokenStore, ...write: Parameters<TokenStore['replace']>) => (await inner.replace(...write)) && false,
  ],
  ['returns nothing', () => undefined],
  ['never writes', () => false],
])('ends each call with an error if a store %s', async (_, replace) => {
  for (const [name, call] of Object.entries(calls)) {
    const broken = createBrokenStore(replace);
    const bench = keeperBench(broken.store);
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    broken.break();
    const end = await call(keeper).catch((error: unknown) => (error as RefrainError).code);
    // A tombstone that was written is enough, whatever the store says.
    const isForgotten = name === 'forget' && (await broken.inner.read())?.record.includes('refreshToken') === false;
    expect(isForgotten ? ['store_failed', undefined] : ['store_failed'], name).toContain(end);
    expect(broken.seen.calls, name).toBeLessThan(tooMany);
  }
});

it('says that replace() returned nothing', async () => {
  const broken = createBrokenStore(() => undefined);
  const bench = keeperBench(broken.store);
  const keeper = await bench.kept();
  broken.break();
  await expect(keeper.note('label', 'value')).rejects.toMatchObject({
    code: 'store_failed',
    detail: expect.stringContaining('replace() returned neither true nor false'),
  });
});

it.each([undefined, null])('takes %s for a refusal, as a program without types may return it', async (refusal) => {
  const inner = memoryStore();
  const store = {
    read: () => inner.read(),
    replace: async (...write: Parameters<TokenStore['replace']>) => (await inner.replace(...write)) || refusal,
  };
  const bench = keeperBench(store as TokenStore);
  await bench.kept();
  bench.clock.time += 2 * hour;
  const tokens = await Promise.all([1, 2, 3].map(() => bench.keeper().accessToken()));
  expect(new Set(tokens).size).toBe(1);
  expect(bench.refreshes).toHaveLength(1);
});

it('ends each call with an error if a store forgets what it was given', async () => {
  const store = memoryStore();
  let calls = 0;
  const forgetful: TokenStore = {
    async read() {
      if (++calls > tooMany) throw new Error('endless');
      return undefined;
    },
    replace: (record, version) => store.replace(record, version),
  };
  const bench = keeperBench(forgetful);
  const keeper = await bench.kept();
  for (const call of [() => keeper.note('label', 'value'), () => keeper.forget(), () => keeper.forget()]) {
    await expect(call()).rejects.toMatchObject({ code: 'store_failed' });
  }
  expect(calls).toBeLessThan(tooMany);
});
