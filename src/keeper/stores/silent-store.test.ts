import { describe, expect, it } from 'vitest';
import { memoryStore, RefrainError, type TokenStore } from '../../index.ts';
import {
  claimantNamed,
  hour,
  keeperBench,
  minute,
  type KeeperBench,
} from '../../../test/support/keeper/keeper-bench.ts';

const isClaim = (record: string) => record.includes('"claim"');

/** A store whose reads, or some writes, answer only after `release`. */
function createSilentStore() {
  const inner = memoryStore();
  const silence: { reads?: boolean; writes?: ((record: string) => boolean) | undefined } = {};
  const asleep: (() => void)[] = [];
  const sleep = () => new Promise<void>((wake) => asleep.push(wake));
  const store: TokenStore = {
    async read() {
      if (silence.reads) await sleep();
      return inner.read();
    },
    async replace(record, version) {
      if (silence.writes?.(record)) await sleep();
      return inner.replace(record, version);
    },
  };
  return { store, inner, silence, release: () => asleep.splice(0).forEach((wake) => wake()) };
}

/** Lets time pass until a call ends: its error code or value, and how long it took, milliseconds. */
async function passUntilEnded<Value>(call: Promise<Value>, { clock }: KeeperBench) {
  const begun = clock.time;
  const ends: { readonly end: Value | string; readonly took: number }[] = [];
  const note = (end: Value | string) => void ends.push({ end, took: clock.time - begun });
  void call.then(note, (error: unknown) => note(error instanceof RefrainError ? error.code : String(error)));
  while (ends.length === 0 && clock.time < begun + hour) await clock.pass(1000);
  return ends[0] ?? { end: 'never', took: Infinity };
}

describe('a store that never answers', () => {
  it('is an error after ten seconds, and does not stop a valid access token', async () => {
    const { store, silence } = createSilentStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.2 * minute;
    silence.reads = true;
    const { end, took } = await passUntilEnded(keeper.accessToken(), bench);
    expect(end).toBe(token);
    expect(took).toBeLessThanOrEqual(minute);
    bench.clock.time += minute;
    expect(await passUntilEnded(keeper.accessToken(), bench)).toMatchObject({ end: 'store_failed' });
    expect(await passUntilEnded(bench.keeper().state(), bench)).toMatchObject({ end: 'store_failed' });
    expect(await passUntilEnded(bench.keeper().forget(), bench)).toMatchObject({ end: 'store_failed' });
    expect(bench.refreshes).toEqual([]);
  });

  it('means that nothing is sent, since the claim may not be saved', async () => {
    const { store, silence } = createSilentStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    silence.writes = isClaim;
    const { end, took } = await passUntilEnded(keeper.accessToken(), bench);
    expect(end).toBe('store_failed');
    expect(took).toBeGreaterThanOrEqual(10_000);
    expect(bench.refreshes).toEqual([]);
  });
});

describe('a write that is done long after its deadline', () => {
  it.each([minute, 3 * hour])('does not block other processes if it is a claim, %i ms later', async (later) => {
    const { store, inner, silence, release } = createSilentStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true, claimant: claimantNamed('one', { value: true }) });
    const other = bench.keeper({ store: inner, claimant: claimantNamed('other', { value: true }) });
    bench.clock.time += 2 * hour;
    silence.writes = isClaim;
    await passUntilEnded(keeper.accessToken(), bench);
    silence.writes = undefined;
    await bench.clock.pass(later);
    release();
    await bench.clock.pass(2 * minute);
    expect((await inner.read())?.record).not.toContain('"claim"');
    expect(await other.accessToken()).toMatch(/./);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is the new token if it is an answer, which this process kept meanwhile', async () => {
    const { store, inner, silence, release } = createSilentStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    const before = await bench.storedToken();
    silence.writes = (record) => !isClaim(record);
    const { end: token } = await passUntilEnded(keeper.accessToken(), bench);
    expect(await bench.storedToken()).toBe(before);
    silence.writes = undefined;
    release();
    await bench.clock.pass(2 * minute);
    expect(await keeper.state()).toMatchObject({ state: 'live', unsaved: false });
    const other = bench.keeper({ store: inner });
    expect(await other.accessToken()).toBe(token);
    bench.clock.time += 2 * hour;
    await other.accessToken();
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(2);
    expect((await keeper.state()).state).toBe('live');
  });
});
