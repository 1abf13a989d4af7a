import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { memoryStore, type TokenStore } from '../../index.ts';
import { failureOf } from '../../../test/support/failure-of.ts';
import { claimantNamed, hour, keeperBench, listener, minute } from '../../../test/support/keeper/keeper-bench.ts';

/** A store that can fail, and can lose writes that it has acknowledged. */
function createFailingStore() {
  const inner = memoryStore();
  const trouble: { read?: Error; replace?: (record: string) => boolean } = {};
  const past: { record: string; version: string }[] = [];
  let back: { record: string; version: string } | undefined;
  const store: TokenStore = {
    async read() {
      if (trouble.read) throw trouble.read;
      return back ?? inner.read();
    },
    async replace(record, version) {
      if (trouble.replace?.(record)) throw Object.assign(new Error(`ENOSPC, write '${record}'`), { code: 'ENOSPC' });
      if (back) {
        if (version !== back.version) return false;
        back = { record, version: `${back.version}'` };
        return true;
      }
      const isWritten = await inner.replace(record, version);
      const stored = await inner.read();
      if (isWritten && stored) past.push(stored);
      return isWritten;
    },
  };
  /** Shows an older record from now on, as a replica that lost the last `count` writes does. */
  const loseWrites = (count: number) => {
    const left = past.at(-1 - count);
    if (left) back = { record: left.record, version: `replica ${left.version}` };
  };
  return { store, trouble, loseWrites };
}

describe('before a request is sent', () => {
  it('the store must accept a write; otherwise nothing is sent', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    trouble.replace = () => true;
    const failure = await failureOf(() => keeper.accessToken());
    expect(failure).toMatchObject({ code: 'store_failed', cause: { code: 'ENOSPC' } });
    expect(bench.refreshes).toHaveLength(0);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(await bench.storedToken());
    trouble.replace = () => false;
    bench.clock.time += minute;
    expect(await keeper.accessToken()).toMatch(/./);
  });

  it('the record has a claim that names this process', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    let record = '';
    bench.network = async (_, pass) => {
      record = (await bench.store.read())?.record ?? '';
      return pass();
    };
    await keeper.accessToken();
    expect(JSON.parse(record)).toMatchObject({ claim: { by: { pid: process.pid }, at: bench.clock.now() } });
    expect(JSON.parse((await bench.store.read())?.record ?? '')).not.toHaveProperty('claim');
  });
});

describe('a store that is unavailable', () => {
  it('does not matter while the access token in memory is valid', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    trouble.read = new Error('connection lost');
    expect(await keeper.accessToken()).toBe(token);
    bench.clock.time += minute;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'store_failed' });
  });
});

it('a store that cannot be read does not confirm that a claimant has ended', async () => {
  const { store, trouble } = createFailingStore();
  const bench = keeperBench(store);
  await bench.kept({ rotates: true });
  bench.clock.time += 2 * hour;
  const { states, onChange } = listener();
  const alive = { value: true };
  const keeper = bench.keeper({ claimant: claimantNamed('one', alive), onChange });
  await keeper.state();
  const claimed = {
    ...JSON.parse((await store.read())?.record ?? ''),
    claim: { id: 'c', by: { host: 'other' }, at: 1 },
  };
  await store.replace(JSON.stringify(claimed), (await store.read())?.version);
  await keeper.state();
  trouble.read = new Error('connection lost');
  alive.value = false;
  await failureOf(() => keeper.accessToken());
  expect(states.map(({ state }) => state)).not.toContain('in_doubt');
});

describe('a new token that cannot be saved', () => {
  it('is used, reported as unsaved, and saved as soon as the store works', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const { states, onChange } = listener();
    const keeper = await bench.kept({ rotates: true, onChange });
    await keeper.state();
    bench.clock.time += 2 * hour;
    // The disk is full after the claim is written.
    trouble.replace = (record) => !record.includes('"claim"');
    const token = await keeper.accessToken();
    expect(states.at(-1)).toMatchObject({ unsaved: true, state: 'live' });
    const spent = bench.refreshes.at(-1)?.refreshToken;
    expect(await bench.storedToken()).toBe(spent);
    expect(await keeper.accessToken()).toBe(token);

    trouble.replace = () => false;
    await bench.clock.pass(2 * minute);
    expect(await bench.storedToken()).not.toBe(spent);
    expect(states.at(-1)).toMatchObject({ unsaved: false, state: 'live' });
    bench.clock.time += 2 * hour;
    expect(await bench.keeper().accessToken()).toMatch(/./);
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(bench.refreshes.length);
  });

  it('is used for the next refresh of the same keeper', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    trouble.replace = (record) => !record.includes('"claim"');
    await keeper.accessToken();
    trouble.replace = () => false;
    bench.clock.time += 2 * hour;
    await keeper.accessToken();
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(2);
    expect((await keeper.state()).state).toBe('live');
  });
});

describe('a store that lost writes', () => {
  it('gets the newer record back from a keeper that has it, which reports it', async () => {
    const { store, loseWrites } = createFailingStore();
    const bench = keeperBench(store);
    const { states, onChange } = listener();
    const keeper = await bench.kept({ rotates: true, onChange });
    bench.clock.time += 2 * hour;
    await keeper.accessToken();
    const live = await bench.storedToken();
    loseWrites(1);
    expect(await bench.storedToken()).not.toBe(live);
    const state = await keeper.state();
    expect(state).toMatchObject({ state: 'live', restoredAt: bench.clock.now() });
    expect(states.at(-1)).toMatchObject({ restoredAt: bench.clock.now() });
    expect(await bench.storedToken()).toBe(live);
  });

  it('does not bring back a forgotten token', async () => {
    const { store, loseWrites } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept();
    await keeper.forget();
    loseWrites(1);
    expect((await keeper.state()).state).toBe('none');
    expect(await bench.storedToken()).toBeUndefined();
  });

  it('gets the newer record back also if others have written since', async () => {
    const { store, loseWrites } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    await keeper.accessToken();
    const live = await bench.storedToken();
    loseWrites(2);
    const stranger = bench.keeper();
    for (let notes = 0; notes < 9; notes++) await stranger.setAccount({ id: String(notes) });
    await keeper.state();
    expect(await bench.storedToken()).toBe(live);
  });
});

it('a store that shows a rejected access token again causes a refresh, and no error', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept();
  const refused = await keeper.accessToken();
  const next = await keeper.accessToken({ rejected: refused });
  const { record = '', version } = (await bench.store.read()) ?? {};
  const kept = JSON.parse(record);
  kept.revision += 9;
  kept.token.access.token = refused;
  await bench.store.replace(JSON.stringify(kept), version);
  // A token that replaced a rejected one is itself replaced only after 15 minutes.
  await bench.clock.pass(15 * minute);
  const third = await keeper.accessToken({ rejected: next });
  expect([refused, next]).not.toContain(third);
  expect(bench.refreshes).toHaveLength(2);
});

it('a store that returns false although it has written the claim does not make a process wait', async () => {
  const { store } = createFailingStore();
  let says: boolean | undefined;
  const lying: TokenStore = {
    read: () => store.read(),
    async replace(record, version) {
      const isWritten = await store.replace(record, version);
      const said = record.includes('"claim"') ? says : undefined;
      says = undefined;
      return said ?? isWritten;
    },
  };
  const bench = keeperBench(lying);
  const keeper = await bench.kept({ rotates: true });
  bench.clock.time += 2 * hour;
  says = false;
  expect(await keeper.accessToken()).toMatch(/./);
  expect(bench.refreshes).toHaveLength(1);
  expect((await keeper.state()).state).toBe('live');
});

describe('an unreadable record', () => {
  it.each(['', '{', '[]', 'null', '{"schema":1}', '{"schema":1,"token":{"refreshToken":"AQ-secret"}}'])(
    '%j is reported but never sent, quoted or overwritten, until a new consent replaces it',
    async (record) => {
      const bench = keeperBench();
      await bench.store.replace(record, undefined);
      const keeper = bench.keeper();
      const failure = await failureOf(() => keeper.accessToken());
      expect(failure.code).toBe('record_corrupt');
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('AQ-secret');
      expect((await bench.store.read())?.record).toBe(record);
      await keeper.adopt(await bench.consent());
      expect(await keeper.accessToken()).toMatch(/./);
    },
  );

  it('from a newer version of Refrain is not changed', async () => {
    const bench = keeperBench();
    await bench.store.replace('{"schema":2}', undefined);
    expect(await failureOf(() => bench.keeper().accessToken())).toMatchObject({ code: 'record_newer' });
    expect((await bench.store.read())?.record).toBe('{"schema":2}');
  });
});

describe('printed output', () => {
  it('of keeper, state and secrets contains no secret', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper({ app: { clientId: 'x', clientSecret: 'S3CR3T' } });
    const tokens = await bench.consent('authorization_code');
    await keeper.adopt(tokens, { clientSecret: 'S3CR3T' });
    const secrets = await keeper.secrets();
    const shown = [keeper, await keeper.state(), secrets, tokens].map(
      (value) => `${inspect(value, { depth: 9, showHidden: true })} ${JSON.stringify(value)} ${String(value)}`,
    );
    for (const secret of [tokens.accessToken, tokens.refreshToken ?? '-', 'S3CR3T']) {
      expect(shown.join('\n')).not.toContain(secret);
    }
    expect(secrets).toMatchObject({ clientId: 'x' });
    expect(secrets?.clientSecret).toBe('S3CR3T');
  });

  it('adopt() refuses a copy of a TokenSet, which has no tokens', async () => {
    const bench = keeperBench();
    const tokens = await bench.consent();
    await expect(bench.keeper().adopt({ ...tokens } as never)).rejects.toThrow('TokenSet');
    await expect(bench.keeper().adopt(structuredClone({ ...tokens }) as never)).rejects.toThrow('TokenSet');
  });
});
