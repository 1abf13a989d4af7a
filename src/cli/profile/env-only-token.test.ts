import { expect, it, vi } from 'vitest';
import { memoryStore } from '../../keeper/stores/memory-store.ts';
import { keptOnceRotated } from './env-only-token.ts';

const record = (refreshToken: string) => JSON.stringify({ refreshToken });

it('writes nothing while the token is the variable’s', async () => {
  const beneath = memoryStore();
  const store = keptOnceRotated(beneath, 'AQ1', () => {});
  expect(await store.replace(record('AQ1'), undefined)).toBe(true);
  const first = await store.read();
  expect(first?.record).toBe(record('AQ1'));
  expect(await store.replace(`${record('AQ1')} `, first?.version)).toBe(true);
  expect(await store.replace(record('AQ1'), first?.version)).toBe(false);
  expect(await beneath.read()).toBeUndefined();
});

it('writes a record without it at once, says so once, and goes on there', async () => {
  const beneath = memoryStore();
  const onKept = vi.fn<() => void>();
  const store = keptOnceRotated(beneath, 'AQ1', onKept);
  await store.replace(record('AQ1'), undefined);
  expect(await store.replace(record('AQ2'), (await store.read())?.version)).toBe(true);
  expect((await beneath.read())?.record).toBe(record('AQ2'));
  expect(await store.replace(record('AQ3'), (await store.read())?.version)).toBe(true);
  expect((await beneath.read())?.record).toBe(record('AQ3'));
  expect(onKept).toHaveBeenCalledTimes(1);
});

it('uses what stands beneath already, and writes there', async () => {
  const beneath = memoryStore();
  await beneath.replace(record('kept'), undefined);
  const store = keptOnceRotated(beneath, 'AQ1', () => {});
  const seen = await store.read();
  expect(seen?.record).toBe(record('kept'));
  expect(await store.replace(record('AQ1'), undefined)).toBe(false);
  expect(await store.replace(record('AQ1'), seen?.version)).toBe(true);
  expect((await beneath.read())?.record).toBe(record('AQ1'));
});

it('gives way to a profile that another made meanwhile', async () => {
  const beneath = memoryStore();
  const store = keptOnceRotated(beneath, 'AQ1', () => {});
  await store.replace(record('AQ1'), undefined);
  const { version } = (await store.read()) ?? {};
  await beneath.replace(record('theirs'), undefined);
  expect(await store.replace(record('AQ2'), version)).toBe(false);
  expect((await store.read())?.record).toBe(record('theirs'));
});

it('throws what the store beneath throws, and has written nothing then', async () => {
  const broken = {
    read: async () => undefined,
    replace: async () => {
      throw new Error('full');
    },
  };
  const store = keptOnceRotated(broken, 'AQ1', () => {});
  await store.replace(record('AQ1'), undefined);
  await expect(store.replace(record('AQ2'), (await store.read())?.version)).rejects.toThrow('full');
  expect((await store.read())?.record).toBe(record('AQ1'));
});
