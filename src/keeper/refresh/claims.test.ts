import { describe, expect, it } from 'vitest';
import { memoryStore, type TokenKeeperOptions } from '../../index.ts';
import { failureOf } from '../../../test/support/failure-of.ts';
import {
  claimantNamed,
  clientId,
  hour,
  keeperBench,
  minute,
  type KeeperBench,
} from '../../../test/support/keeper/keeper-bench.ts';

/** Two keepers with one store. `alive`: what each finds out about the other. */
async function twoKeepers(options: { readonly rotates: boolean; readonly alive: boolean | undefined }) {
  const bench = keeperBench();
  await bench.kept({ rotates: options.rotates });
  const alive = { value: options.alive };
  const withName = (name: string): Partial<TokenKeeperOptions> => ({ claimant: claimantNamed(name, alive) });
  bench.clock.time += 2 * hour;
  return { bench, alive, one: bench.keeper(withName('one')), other: bench.keeper(withName('other')) };
}

/** Delays the next request to the token endpoint until `release`: before it reaches Spotify, or after. */
function delayRequest(bench: KeeperBench, when: 'before' | 'after') {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  bench.network = async (_, pass) => {
    bench.network = (_request, go) => go();
    const response = when === 'after' ? await pass() : undefined;
    arrive();
    await released;
    return response ?? pass();
  };
  return { arrived, release };
}

describe('a claimant that runs', () => {
  it.each([true, false])('makes others wait for its token (rotates: %s)', async (rotates) => {
    const { bench, one, other } = await twoKeepers({ rotates, alive: true });
    const { arrived, release } = delayRequest(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const second = other.accessToken();
    release();
    expect(await second).toBe(await first);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('and hangs keeps its claim on a single-use token, and its late answer is saved', async () => {
    const { bench, one, other } = await twoKeepers({ rotates: true, alive: true });
    const { arrived, release } = delayRequest(bench, 'after');
    const first = one.accessToken();
    await arrived;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_under_way' });
    bench.clock.time += hour;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_under_way' });
    expect((await other.state()).state).toBe('live');
    release();
    await first;
    expect(bench.refreshes).toHaveLength(1);
    expect(await bench.storedToken()).not.toBe(bench.refreshes[0]?.refreshToken);
  });

  it('and hangs loses its claim on another token after the lease, and its late answer changes nothing', async () => {
    const { bench, one, other } = await twoKeepers({ rotates: false, alive: true });
    const { arrived, release } = delayRequest(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const began = bench.clock.time;
    const newer = await other.accessToken();
    expect(bench.clock.time - began).toBeGreaterThanOrEqual(20_000);
    release();
    await first;
    expect(await bench.keeper().accessToken()).toBe(newer);
  });
});

describe('a claimant that has ended', () => {
  it('makes a single-use token uncertain at once', async () => {
    const { bench, alive, one, other } = await twoKeepers({ rotates: true, alive: true });
    const { arrived } = delayRequest(bench, 'after');
    void one.accessToken();
    await arrived;
    alive.value = false;
    const began = bench.clock.time;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(bench.clock.time).toBe(began);
    expect((await other.state()).state).toBe('in_doubt');
    expect(bench.refreshes).toHaveLength(1);
  });

  it('loses its claim on another token at once', async () => {
    const { bench, alive, one, other } = await twoKeepers({ rotates: false, alive: true });
    const { arrived } = delayRequest(bench, 'before');
    void one.accessToken();
    await arrived;
    alive.value = false;
    const began = bench.clock.time;
    expect(await other.accessToken()).toMatch(/./);
    expect(bench.clock.time).toBe(began);
  });
});

describe('a claimant that cannot be checked', () => {
  it('makes a single-use token uncertain after the lease, until its late answer', async () => {
    const { bench, one, other } = await twoKeepers({ rotates: true, alive: undefined });
    const { arrived, release } = delayRequest(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const began = bench.clock.time;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(bench.clock.time - began).toBeGreaterThanOrEqual(20_000);
    release();
    const late = await first;
    expect(await other.accessToken()).toBe(late);
    expect((await other.state()).state).toBe('live');
    expect(bench.refreshes).toHaveLength(1);
  });

  it('loses its claim on another token after the lease', async () => {
    const { bench, one, other } = await twoKeepers({ rotates: false, alive: undefined });
    const { arrived } = delayRequest(bench, 'before');
    void one.accessToken();
    await arrived;
    const began = bench.clock.time;
    expect(await other.accessToken()).toMatch(/./);
    expect(bench.clock.time - began).toBeGreaterThanOrEqual(20_000);
  });
});

it('sends nothing if its own lease is over, and claims again', async () => {
  const store = memoryStore();
  const bench = keeperBench({
    ...store,
    async replace(record, version) {
      const isWritten = await store.replace(record, version);
      // The process is stopped between claim and request, for longer than the lease.
      if (record.includes('"claim"') && bench.refreshes.length === 0 && stops-- > 0) bench.clock.time += 21_000;
      return isWritten;
    },
  });
  let stops = 0;
  const keeper = await bench.kept({ rotates: true });
  bench.clock.time += 2 * hour;
  stops = 1;
  expect(await keeper.accessToken()).toMatch(/./);
  expect(bench.refreshes).toHaveLength(1);
  expect((await keeper.state()).state).toBe('live');
});

it('does not wait for a claim with a time in the far future', async () => {
  const { bench, alive, one, other } = await twoKeepers({ rotates: false, alive: undefined });
  bench.clock.time += 300 * 24 * hour;
  const { arrived } = delayRequest(bench, 'before');
  void one.accessToken();
  await arrived;
  alive.value = undefined;
  bench.clock.time -= 300 * 24 * hour;
  expect(await other.accessToken()).toMatch(/./);
});

describe('logout', () => {
  it('wins over a late answer', async () => {
    const { bench, one, other } = await twoKeepers({ rotates: true, alive: true });
    const { arrived, release } = delayRequest(bench, 'after');
    const first = one.accessToken();
    await arrived;
    await other.forget();
    release();
    expect(await failureOf(() => first)).toMatchObject({ code: 'not_logged_in' });
    expect((await one.state()).state).toBe('none');
    expect(await bench.storedToken()).toBeUndefined();
  });

  it('leaves no token, secret, name or note behind', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const token = await bench.storedToken();
    await keeper.setAccount({ id: 'maya', displayName: 'Maya' });
    await keeper.note('copied to', 'maya/site');
    await keeper.adopt(await bench.consent(), { clientSecret: 'S3CR3T', account: { id: 'maya' } });
    await keeper.forget();
    const left = (await bench.store.read())?.record ?? '';
    for (const word of [token, 'S3CR3T', 'maya']) expect(left).not.toContain(word);
    // Hashes are far shorter than any token.
    expect(left).not.toMatch(/[AB]Q[\w-]{20}/);
    expect(await keeper.secrets()).toBeUndefined();
  });

  it('of an unreadable record wins over a keeper that remembers the token', async () => {
    const bench = keeperBench();
    const other = await bench.kept({ rotates: true });
    await bench.store.replace('torn', (await bench.store.read())?.version);
    const first = bench.keeper({ app: {} });
    await first.forget();
    expect(await first.state()).toMatchObject({ state: 'none', clientId: undefined });
    expect((await other.state()).state).toBe('none');
    bench.clock.time += 2 * hour;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'not_logged_in' });
    expect(await bench.storedToken()).toBeUndefined();
    expect(bench.refreshes).toEqual([]);
    // The record does not say the app any more, so a new token needs a client ID.
    const { refreshToken } = await bench.consent();
    const noApp = bench.keeper({ app: {}, seed: { refreshToken } });
    expect(await failureOf(() => noApp.accessToken())).toMatchObject({ code: 'client_id_missing' });
    const consent = await bench.consent();
    expect(await failureOf(() => noApp.adopt(consent))).toMatchObject({ code: 'client_id_missing' });
    await bench.keeper().adopt(consent);
    expect(await other.state()).toMatchObject({ state: 'live', clientId });
    expect(await bench.storedToken()).toBe(consent.refreshToken);
  });

  it('stays in effect if the record becomes unreadable again, and writes nothing if there is no record', async () => {
    const bench = keeperBench();
    await bench.keeper().forget();
    expect(await bench.store.read()).toBeUndefined();
    const other = await bench.kept();
    const keeper = bench.keeper();
    await keeper.forget();
    await bench.store.replace('torn', (await bench.store.read())?.version);
    await keeper.forget();
    expect((await other.state()).state).toBe('none');
    expect(await bench.storedToken()).toBeUndefined();
  });

  it('is replaced by a new consent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    await keeper.forget();
    await bench.keeper().adopt(await bench.consent());
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

it('a new consent wins over the answer to an earlier refresh', async () => {
  const { bench, one, other } = await twoKeepers({ rotates: true, alive: true });
  const { arrived, release } = delayRequest(bench, 'after');
  const first = one.accessToken();
  await arrived;
  const consent = await bench.consent();
  await other.adopt(consent);
  release();
  expect(await first).toBe(consent.accessToken);
  expect(await bench.storedToken()).toBe(consent.refreshToken);
  bench.clock.time += 61 * minute;
  expect(await one.accessToken()).toMatch(/./);
});

describe('the check of a claimant', () => {
  it('reads the record again: the claimant may finish, and then end, between read and check', async () => {
    const { bench, alive, one } = await twoKeepers({ rotates: true, alive: true });
    const { arrived, release } = delayRequest(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const claimant = {
      name: { host: 'other' },
      // The check starts while the claimant runs. Before it ends, the claimant has finished and ended.
      isAlive: async () => {
        release();
        await first;
        return alive.value && false;
      },
    };
    const states: string[] = [];
    const other = bench.keeper({ claimant, onChange: ({ state }) => void states.push(state) });
    expect(await other.accessToken()).toBe(await first);
    expect(states).not.toContain('in_doubt');
  });

  it('does not depend on the claimant’s clock', async () => {
    const { bench, one, other } = await twoKeepers({ rotates: true, alive: true });
    const { arrived, release } = delayRequest(bench, 'after');
    bench.clock.time -= minute;
    const first = one.refreshNow();
    await arrived;
    bench.clock.time += minute;
    const second = other.accessToken();
    release();
    await first;
    expect(await second).toMatch(/./);
    expect(bench.refreshes).toHaveLength(1);
  });
});

it('remembers over a new consent that the app rotates', async () => {
  const { bench, alive, one, other } = await twoKeepers({ rotates: true, alive: true });
  await other.adopt(await bench.consent());
  bench.clock.time += 2 * hour;
  const { arrived } = delayRequest(bench, 'after');
  void one.accessToken();
  await arrived;
  alive.value = false;
  expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
  expect(bench.refreshes).toHaveLength(1);
});
