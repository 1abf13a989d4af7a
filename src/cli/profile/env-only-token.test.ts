import { expect, it, vi } from 'vitest';
import { memoryStore } from '../../keeper/stores/memory-store.ts';
import { storeOnceRotated } from './env-only-token.ts';

const record = (refreshToken: string) => JSON.stringify({ refreshToken });

it('saves nothing while the token is the variable’s', async () => {
  const target = memoryStore();
  const store = storeOnceRotated(target, 'AQ1', () => {});
  expect(await store.replace(record('AQ1'), undefined)).toBe(true);
  const first = await store.read();
  expect(first?.record).toBe(record('AQ1'));
  expect(await store.replace(`${record('AQ1')} `, first?.version)).toBe(true);
  expect(await store.replace(record('AQ1'), first?.version)).toBe(false);
  expect(await target.read()).toBeUndefined();
});

it('saves a record with a new token at once, reports it once, and uses the target from then on', async () => {
  const target = memoryStore();
  const onSaved = vi.fn<() => void>();
  const store = storeOnceRotated(target, 'AQ1', onSaved);
  await store.replace(record('AQ1'), undefined);
  expect(await store.replace(record('AQ2'), (await store.read())?.version)).toBe(true);
  expect((await target.read())?.record).toBe(record('AQ2'));
  expect(await store.replace(record('AQ3'), (await store.read())?.version)).toBe(true);
  expect((await target.read())?.record).toBe(record('AQ3'));
  expect(onSaved).toHaveBeenCalledTimes(1);
});

it('uses a record that the target already has, and writes there', async () => {
  const target = memoryStore();
  await target.replace(record('kept'), undefined);
  const store = storeOnceRotated(target, 'AQ1', () => {});
  const seen = await store.read();
  expect(seen?.record).toBe(record('kept'));
  expect(await store.replace(record('AQ1'), undefined)).toBe(false);
  expect(await store.replace(record('AQ1'), seen?.version)).toBe(true);
  expect((await target.read())?.record).toBe(record('AQ1'));
});

it('gives way to a profile that another process has created', async () => {
  const target = memoryStore();
  const store = storeOnceRotated(target, 'AQ1', () => {});
  await store.replace(record('AQ1'), undefined);
  const { version } = (await store.read()) ?? {};
  await target.replace(record('theirs'), undefined);
  expect(await store.replace(record('AQ2'), version)).toBe(false);
  expect((await store.read())?.record).toBe(record('theirs'));
});

it('throws what the target throws, and still holds the variable’s token', async () => {
  const broken = {
    read: async () => undefined,
    replace: async () => {
      throw new Error('full');
    },
  };
  const store = storeOnceRotated(broken, 'AQ1', () => {});
  await store.replace(record('AQ1'), undefined);
  await expect(store.replace(record('AQ2'), (await store.read())?.version)).rejects.toThrow('full');
  expect((await store.read())?.record).toBe(record('AQ1'));
});
