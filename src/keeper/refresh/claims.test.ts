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

/** Two parties on one store; what each finds of the other can be said. */
async function twoParties(given: { readonly rotates: boolean; readonly alive: boolean | undefined }) {
  const bench = keeperBench();
  await bench.kept({ rotates: given.rotates });
  const alive = { value: given.alive };
  const party = (name: string): Partial<TokenKeeperOptions> => ({ claimant: claimantNamed(name, alive) });
  bench.clock.time += 2 * hour;
  return { bench, alive, one: bench.keeper(party('one')), other: bench.keeper(party('other')) };
}

/** Holds every request to the token endpoint until it is let go: before it reaches Spotify, or after. */
function hold(bench: KeeperBench, when: 'before' | 'after') {
  let held = () => {};
  const arrived = new Promise<void>((resolve) => (held = resolve));
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  bench.network = async (_, pass) => {
    bench.network = (_request, go) => go();
    const response = when === 'after' ? await pass() : undefined;
    held();
    await gone;
    return response ?? pass();
  };
  return { arrived, letGo };
}

describe('a claimant that lives', () => {
  it.each([true, false])('is waited for, and its token used (rotates: %s)', async (rotates) => {
    const { bench, one, other } = await twoParties({ rotates, alive: true });
    const { arrived, letGo } = hold(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const second = other.accessToken();
    letGo();
    expect(await second).toBe(await first);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('and hangs is never taken over where tokens rotate; its late answer is saved', async () => {
    const { bench, one, other } = await twoParties({ rotates: true, alive: true });
    const { arrived, letGo } = hold(bench, 'after');
    const first = one.accessToken();
    await arrived;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_under_way' });
    bench.clock.time += hour;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_under_way' });
    expect((await other.state()).state).toBe('live');
    letGo();
    await first;
    expect(bench.refreshes).toHaveLength(1);
    expect(await bench.storedToken()).not.toBe(bench.refreshes[0]?.refreshToken);
  });

  it('and hangs is taken over after the lease where they do not, and its late answer changes nothing', async () => {
    const { bench, one, other } = await twoParties({ rotates: false, alive: true });
    const { arrived, letGo } = hold(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const began = bench.clock.time;
    const newer = await other.accessToken();
    expect(bench.clock.time - began).toBeGreaterThanOrEqual(20_000);
    letGo();
    await first;
    expect(await bench.keeper().accessToken()).toBe(newer);
  });
});

describe('a claimant that is dead', () => {
  it('leaves a doubt at once where tokens rotate', async () => {
    const { bench, alive, one, other } = await twoParties({ rotates: true, alive: true });
    const { arrived } = hold(bench, 'after');
    void one.accessToken();
    await arrived;
    alive.value = false;
    const began = bench.clock.time;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(bench.clock.time).toBe(began);
    expect((await other.state()).state).toBe('in_doubt');
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is replaced at once where they do not', async () => {
    const { bench, alive, one, other } = await twoParties({ rotates: false, alive: true });
    const { arrived } = hold(bench, 'before');
    void one.accessToken();
    await arrived;
    alive.value = false;
    const began = bench.clock.time;
    expect(await other.accessToken()).toMatch(/./);
    expect(bench.clock.time).toBe(began);
  });
});

describe('a claimant of whom nobody can tell', () => {
  it('leaves a doubt after the lease where tokens rotate, which its late answer ends', async () => {
    const { bench, one, other } = await twoParties({ rotates: true, alive: undefined });
    const { arrived, letGo } = hold(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const began = bench.clock.time;
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(bench.clock.time - began).toBeGreaterThanOrEqual(20_000);
    letGo();
    const late = await first;
    expect(await other.accessToken()).toBe(late);
    expect((await other.state()).state).toBe('live');
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is replaced after the lease where they do not', async () => {
    const { bench, one, other } = await twoParties({ rotates: false, alive: undefined });
    const { arrived } = hold(bench, 'before');
    void one.accessToken();
    await arrived;
    const began = bench.clock.time;
    expect(await other.accessToken()).toMatch(/./);
    expect(bench.clock.time - began).toBeGreaterThanOrEqual(20_000);
  });
});

it('sends nothing under a claim that has run out, and claims again', async () => {
  const store = memoryStore();
  const bench = keeperBench({
    ...store,
    async replace(record, version) {
      const isWritten = await store.replace(record, version);
      // Stopped between claim and request, for longer than the lease.
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

it('is not held up by a claim that a clock from the future wrote', async () => {
  const { bench, alive, one, other } = await twoParties({ rotates: false, alive: undefined });
  bench.clock.time += 300 * 24 * hour;
  const { arrived } = hold(bench, 'before');
  void one.accessToken();
  await arrived;
  alive.value = undefined;
  bench.clock.time -= 300 * 24 * hour;
  expect(await other.accessToken()).toMatch(/./);
});

describe('logout', () => {
  it('is final for a late answer', async () => {
    const { bench, one, other } = await twoParties({ rotates: true, alive: true });
    const { arrived, letGo } = hold(bench, 'after');
    const first = one.accessToken();
    await arrived;
    await other.forget();
    letGo();
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

  it('of a record that nobody can read is final for whoever still holds the token', async () => {
    const bench = keeperBench();
    const holder = await bench.kept({ rotates: true });
    await bench.store.replace('torn', (await bench.store.read())?.version);
    const stranger = bench.keeper({ app: {} });
    await stranger.forget();
    expect(await stranger.state()).toMatchObject({ state: 'none', clientId: undefined });
    expect((await holder.state()).state).toBe('none');
    bench.clock.time += 2 * hour;
    expect(await failureOf(() => holder.accessToken())).toMatchObject({ code: 'not_logged_in' });
    expect(await bench.storedToken()).toBeUndefined();
    expect(bench.refreshes).toEqual([]);
    // Whose app it was is not known any more: whoever brings a token says so.
    const { refreshToken } = await bench.consent();
    const nameless = bench.keeper({ app: {}, seed: { refreshToken } });
    expect(await failureOf(() => nameless.accessToken())).toMatchObject({ code: 'client_id_missing' });
    const consent = await bench.consent();
    expect(await failureOf(() => nameless.adopt(consent))).toMatchObject({ code: 'client_id_missing' });
    await bench.keeper().adopt(consent);
    expect(await holder.state()).toMatchObject({ state: 'live', clientId });
    expect(await bench.storedToken()).toBe(consent.refreshToken);
  });

  it('lasts though the record is torn once more, and asks for nothing where there is none', async () => {
    const bench = keeperBench();
    await bench.keeper().forget();
    expect(await bench.store.read()).toBeUndefined();
    const holder = await bench.kept();
    const keeper = bench.keeper();
    await keeper.forget();
    await bench.store.replace('torn', (await bench.store.read())?.version);
    await keeper.forget();
    expect((await holder.state()).state).toBe('none');
    expect(await bench.storedToken()).toBeUndefined();
  });

  it('gives way to a new consent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    await keeper.forget();
    await bench.keeper().adopt(await bench.consent());
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

it('a new consent wins over an answer that is on its way', async () => {
  const { bench, one, other } = await twoParties({ rotates: true, alive: true });
  const { arrived, letGo } = hold(bench, 'after');
  const first = one.accessToken();
  await arrived;
  const consent = await bench.consent();
  await other.adopt(consent);
  letGo();
  expect(await first).toBe(consent.accessToken);
  expect(await bench.storedToken()).toBe(consent.refreshToken);
  bench.clock.time += 61 * minute;
  expect(await one.accessToken()).toMatch(/./);
});

describe('what others think of a claim', () => {
  it('is judged on a second look: a claimant may finish, and then end, between the two', async () => {
    const { bench, alive, one } = await twoParties({ rotates: true, alive: true });
    const { arrived, letGo } = hold(bench, 'after');
    const first = one.accessToken();
    await arrived;
    const claimant = {
      name: { host: 'other' },
      // Asked while the other still works; by the time of the answer it has finished and gone.
      isAlive: async () => {
        letGo();
        await first;
        return alive.value && false;
      },
    };
    const told: string[] = [];
    const other = bench.keeper({ claimant, onChange: ({ state }) => void told.push(state) });
    expect(await other.accessToken()).toBe(await first);
    expect(told).not.toContain('in_doubt');
  });

  it('does not hang on the clock of who made it', async () => {
    const { bench, one, other } = await twoParties({ rotates: true, alive: true });
    const { arrived, letGo } = hold(bench, 'after');
    bench.clock.time -= minute;
    const first = one.refreshNow();
    await arrived;
    bench.clock.time += minute;
    const second = other.accessToken();
    letGo();
    await first;
    expect(await second).toMatch(/./);
    expect(bench.refreshes).toHaveLength(1);
  });
});

it('knows from the consent before that an app rotates', async () => {
  const { bench, alive, one, other } = await twoParties({ rotates: true, alive: true });
  await other.adopt(await bench.consent());
  bench.clock.time += 2 * hour;
  const { arrived } = hold(bench, 'after');
  void one.accessToken();
  await arrived;
  alive.value = false;
  expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
  expect(bench.refreshes).toHaveLength(1);
});
