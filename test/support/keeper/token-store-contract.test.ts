import { describe, expect, it } from 'vitest';
import type { StoredRecord, TokenStore } from '../../../src/keeper/stores/token-store.ts';
import { tokenStoreContract, type StorePlace } from './token-store-contract.ts';

/** A store around one cell, with one fault. */
type Cell = { stored?: StoredRecord | undefined; writes: number };
const around = (make: (cell: Cell) => TokenStore) => async (): Promise<StorePlace> => {
  const cell: Cell = { writes: 0 };
  return { open: () => make(cell) };
};
const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));
const read = (cell: Cell) => async () => cell.stored;
const good = (cell: Cell): TokenStore => ({
  read: read(cell),
  async replace(record, version) {
    if (cell.stored?.version !== version) return false;
    cell.stored = { record, version: String((cell.writes += 1)) };
    return true;
  },
});

const broken: Record<string, () => Promise<StorePlace>> = {
  'compares, waits, and then writes': around((cell) => ({
    read: read(cell),
    async replace(record, version) {
      if (cell.stored?.version !== version) return false;
      await turn();
      cell.stored = { record, version: String((cell.writes += 1)) };
      return true;
    },
  })),
  'writes without comparing': around((cell) => ({
    read: read(cell),
    async replace(record) {
      cell.stored = { record, version: String((cell.writes += 1)) };
      return true;
    },
  })),
  'uses the text as its version': around((cell) => ({
    read: read(cell),
    async replace(record, version) {
      if (cell.stored?.version !== version) return false;
      cell.stored = { record, version: record };
      return true;
    },
  })),
  'uses a version again after a while': around((cell) => ({
    read: read(cell),
    async replace(record, version) {
      if (cell.stored?.version !== version) return false;
      cell.stored = { record, version: String((cell.writes += 1) % 64) };
      return true;
    },
  })),
  'writes and then returns false': around((cell) => ({
    read: read(cell),
    async replace(record, version) {
      const isCurrent = cell.stored?.version === version;
      cell.stored = { record, version: String((cell.writes += 1)) };
      return isCurrent;
    },
  })),
  'returns false to every write': around((cell) => ({ ...good(cell), replace: async () => false })),
  'accepts undefined as any version': around((cell) => ({
    read: read(cell),
    replace: (record, version) => good(cell).replace(record, version ?? cell.stored?.version),
  })),
  'compares versions as numbers': around((cell) => ({
    read: read(cell),
    replace: (record, version) =>
      good(cell).replace(record, Number(version) === Number(cell.stored?.version) ? cell.stored?.version : version),
  })),
  'treats an empty text as no record': around((cell) => ({
    ...good(cell),
    read: async () => (cell.stored?.record ? cell.stored : undefined),
  })),
  'trims the text': around((cell) => ({
    ...good(cell),
    replace: (record, version) => good(cell).replace(record.trim(), version),
  })),
  'drops a byte order mark': around((cell) => ({
    ...good(cell),
    replace: (record, version) => good(cell).replace(record.replace(/^\ufeff/, ''), version),
  })),
  'keeps no more than 64 KB': around((cell) => ({
    ...good(cell),
    replace: (record, version) => good(cell).replace(record.slice(0, 65_536), version),
  })),
  'reads from a stale copy': around((cell) => {
    let copy: StoredRecord | undefined;
    return {
      ...good(cell),
      async read() {
        const behind = copy;
        copy = cell.stored;
        return behind ?? cell.stored;
      },
    };
  }),
  'caches what it has read': around((cell) => {
    let seen: StoredRecord | undefined;
    return { ...good(cell), read: async () => (seen ??= cell.stored) };
  }),
  'shows an incomplete text while it writes': around((cell) => ({
    read: read(cell),
    async replace(record, version) {
      if (cell.stored?.version !== version) return false;
      const next = String((cell.writes += 1));
      cell.stored = { record: record.slice(0, record.length / 2), version: next };
      await turn();
      cell.stored = { record, version: next };
      return true;
    },
  })),
  'forgets that a record was set aside': around((cell) => ({
    ...good(cell),
    async setAside() {
      cell.stored = undefined;
      return 'elsewhere';
    },
  })),
  'is the same place for every key': (() => {
    const cell: Cell = { writes: 0 };
    return async () => ({ open: () => good(cell) });
  })(),
};

const verdict = async (newPlace: () => Promise<StorePlace>): Promise<string[]> => {
  const failed = [];
  for (const { name, run } of tokenStoreContract) {
    const kept = await run(newPlace).then(
      () => true,
      () => false,
    );
    if (!kept) failed.push(name);
  }
  return failed;
};

describe('the contract of stores', () => {
  it('passes a good one', async () => {
    expect(await verdict(around(good))).toEqual([]);
  });

  it.each(Object.entries(broken))('catches one that %s', async (_, newPlace) => {
    expect(await verdict(newPlace)).not.toEqual([]);
  });
});
