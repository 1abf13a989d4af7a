import { describe, expect, it } from 'vitest';
import { memoryStore, type KeptState, type TokenStore } from '../index.ts';
import { failureOf } from '../../test/support/failure-of.ts';
import {
  broken,
  claimantNamed,
  day,
  hour,
  keeperBench,
  listener,
  minute,
} from '../../test/support/keeper/keeper-bench.ts';

/** A store in memory that can be unavailable for a while. */
function createUnstableStore() {
  const inner = memoryStore();
  const control = { isUnavailable: false };
  const reach = async () => (control.isUnavailable ? Promise.reject(new Error('unavailable')) : inner);
  const store: TokenStore = {
    read: async () => (await reach()).read(),
    replace: async (...args) => (await reach()).replace(...args),
  };
  return { store, control };
}

describe('onChange', () => {
  it('reports a change that the first call of a process makes', async () => {
    const bench = keeperBench();
    await bench.kept({ rotates: true });
    bench.clock.time += 59.5 * minute;
    bench.network = async () => Promise.reject(broken('ECONNRESET'));
    const { states, onChange } = listener();
    expect(await bench.keeper({ onChange }).accessToken()).toMatch(/./);
    expect(states.map(({ state }) => state)).toEqual(['in_doubt']);
  });

  it('reports nothing if the store was only unavailable at the start', async () => {
    const { store, control } = createUnstableStore();
    const bench = keeperBench(store);
    await bench.kept();
    control.isUnavailable = true;
    const { states, onChange } = listener();
    const keeper = bench.keeper({ onChange });
    await failureOf(() => keeper.accessToken());
    control.isUnavailable = false;
    await keeper.accessToken();
    await keeper.state();
    expect(states).toEqual([]);
  });

  it('may reject', async () => {
    const bench = keeperBench();
    const broken: unknown[] = [];
    const note = (reason: unknown) => void broken.push(reason);
    process.on('unhandledRejection', note);
    const keeper = await bench.kept({ onChange: async () => Promise.reject(new Error('no mail server')) });
    await keeper.state();
    bench.clock.time += day;
    await keeper.adopt(await bench.consent());
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', note);
    expect(broken).toEqual([]);
  });

  it('does not need to know whether a claimant runs', async () => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 2 * hour;
    const one = bench.keeper({ claimant: claimantNamed('one', { value: true }) });
    const name = { host: 'other' };
    const other = bench.keeper({ claimant: { name, isAlive: async () => Promise.reject(new Error('no permission')) } });
    bench.network = async () => new Promise<never>(() => {});
    void one.accessToken();
    await new Promise((resolve) => setTimeout(resolve));
    bench.network = (_, pass) => pass();
    expect(await other.accessToken()).toMatch(/./);
  });
});

describe('a warning', () => {
  const warnings = () => {
    const states: KeptState['warned'][] = [];
    const onChange = (now: KeptState, before: KeptState) => {
      if (now.warned !== before.warned) states.push(now.warned);
    };
    return { states, onChange };
  };

  it('is not given by a process without onChange', async () => {
    const bench = keeperBench();
    const silent = await bench.kept();
    const { states, onChange } = warnings();
    const listening = bench.keeper({ onChange });
    await listening.state();
    bench.clock.time += 151 * day;
    await silent.accessToken();
    bench.clock.time += 2 * hour;
    await listening.accessToken();
    expect(states).toEqual([30]);
  });

  it('is given once, even if the state is read at the same time', async () => {
    const inner = memoryStore();
    let readState = async (): Promise<unknown> => undefined;
    const bench = keeperBench({
      ...inner,
      async replace(record, version) {
        const isWritten = await inner.replace(record, version);
        if (record.includes('"warned"')) await readState();
        return isWritten;
      },
    });
    const { states, onChange } = warnings();
    const keeper = await bench.kept({ onChange });
    readState = () => keeper.state();
    bench.clock.time += 151 * day;
    await keeper.accessToken();
    await keeper.state();
    expect(states).toEqual([30]);
    await keeper.adopt(await bench.consent());
    bench.clock.time += 151 * day;
    await keeper.accessToken();
    expect(states).toEqual([30, 30]);
  });
});

describe('state()', () => {
  it('comes from memory if the store is unavailable, with a token that is not saved', async () => {
    const { store, control } = createUnstableStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    bench.network = async (_, pass) => {
      control.isUnavailable = true;
      return pass();
    };
    await keeper.accessToken();
    expect(await keeper.state()).toMatchObject({ state: 'live', unsaved: true });
    expect(await failureOf(() => bench.keeper().state())).toMatchObject({ code: 'store_failed' });
  });
});

it('watch() warns about a seed, without any other call', async () => {
  const bench = keeperBench();
  const { refreshToken, authorizedAt } = await bench.consent();
  const { states, onChange } = listener();
  const keeper = bench.keeper({ seed: { refreshToken, authorizedAt }, onChange });
  const end = new AbortController();
  const watching = keeper.watch(end.signal);
  while (!(await bench.storedToken())) await new Promise((resolve) => setImmediate(resolve));
  bench.clock.time += 151 * day;
  // A change of the state may be reported before the warning.
  while (states.at(-1)?.warned === undefined) await bench.clock.pass(1);
  expect(states.at(-1)).toMatchObject({ warned: 30 });
  end.abort();
  await watching;
});

it.each([
  ['when a warning is due', 149.9 * day],
  ['from the start', 0],
])('watch() warns if the store is unavailable %s', async (_, before) => {
  const { store, control } = createUnstableStore();
  const bench = keeperBench(store);
  await bench.kept();
  if (before === 0) bench.clock.time += 151 * day;
  control.isUnavailable = before === 0;
  const { states, onChange } = listener();
  const end = new AbortController();
  const watching = bench.keeper({ onChange }).watch(end.signal);
  await bench.clock.pass(before);
  control.isUnavailable = true;
  await bench.clock.pass(day);
  expect(states.map(({ warned }) => warned)).not.toContain(30);
  control.isUnavailable = false;
  await bench.clock.pass(hour);
  expect(states.at(-1)).toMatchObject({ warned: 30 });
  end.abort();
  await watching;
});
