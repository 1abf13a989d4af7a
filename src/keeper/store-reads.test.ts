import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../index.ts';
import { hour, keeperBench, listener, type KeeperBench } from '../../test/support/keeper/keeper-bench.ts';

// A store may be in another data centre: each call of it costs a round trip.

let bench: KeeperBench;
let calls: string[];

beforeEach(() => {
  const inner = memoryStore();
  calls = [];
  bench = keeperBench({
    read: async () => (calls.push('read'), inner.read()),
    replace: async (...args) => (calls.push('replace'), inner.replace(...args)),
  });
});

describe.each([
  ['without onChange', () => ({})],
  ['with onChange', () => ({ onChange: listener().onChange })],
])('%s', (_, options) => {
  it('reads the store once for a saved access token, and not at all for one in memory', async () => {
    await bench.kept();
    const keeper = bench.keeper(options());
    await keeper.state();
    calls = [];
    await keeper.accessToken();
    expect(calls).toEqual(['read']);
    await keeper.accessToken();
    expect(calls).toEqual(['read']);
  });

  it('reads the store once for the state', async () => {
    await bench.kept();
    const keeper = bench.keeper(options());
    await keeper.state();
    calls = [];
    await keeper.state();
    expect(calls).toEqual(['read']);
  });

  it('reads and writes twice for a refresh: the claim, then the tokens', async () => {
    const keeper = await bench.kept(options());
    await keeper.state();
    bench.clock.time += 2 * hour;
    calls = [];
    await keeper.accessToken();
    expect(calls).toEqual(['read', 'replace', 'read', 'replace']);
  });
});

it('reads the store once more for the first token, so that onChange knows the state before', async () => {
  await bench.kept();
  calls = [];
  await bench.keeper({ onChange: listener().onChange }).accessToken();
  expect(calls).toEqual(['read', 'read']);
});
