import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileStore } from './file-store.ts';
import type { TokenStore } from '../token-store.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { DiskModel, fileError, type Hook } from '../../../../test/support/keeper/file-system-model.ts';
import { tokenStoreContract } from '../../../../test/support/keeper/token-store-contract.ts';

const folder = '/home/me/profiles/default';
const storeOn = (disk: DiskModel, hook?: Hook) => fileStore({ folder, fileSystem: disk.open(hook) });
const never = new Promise<never>(() => {});

/** Adds 1 to the number in the store. Returns whether it was done. */
async function countUp(store: TokenStore): Promise<boolean> {
  const stored = await store.read();
  return store.replace(String(Number(stored?.record ?? 0) + 1), stored?.version);
}

async function write(store: TokenStore, record: string): Promise<boolean> {
  return store.replace(record, (await store.read())?.version);
}

/** The result of a write whose process is killed before the call with this number. Undefined if it had no result yet. */
async function writeUntil(step: number, disk: DiskModel, record: string): Promise<boolean | undefined> {
  let count = 0;
  const dying = write(
    storeOn(disk, () => (count++ < step ? undefined : never)),
    record,
  );
  return Promise.race([dying, new Promise<undefined>((turn) => setImmediate(turn, undefined))]);
}

/** A disk with this many versions written. */
async function diskWith(versions: number): Promise<DiskModel> {
  const disk = new DiskModel();
  for (let count = 0; count < versions; count += 1) await countUp(storeOn(disk));
  return disk;
}

const recordsOn = (disk: DiskModel) => Object.keys(disk.contents()).filter((path) => path.includes('/record.'));

/** The calls of one `replace` on a disk with this many versions. */
async function callsOf(versions: number): Promise<string[]> {
  const calls: string[] = [];
  const disk = await diskWith(versions);
  await write(
    storeOn(disk, ({ name }) => void calls.push(name)),
    'x',
  );
  return calls;
}

/** Stops a process before the call with this number, until `go`. */
function stopAt(step: number) {
  let count = 0;
  let go = () => {};
  let arrive = () => {};
  const going = new Promise<void>((resolve) => (go = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const hook: Hook = async () => {
    count += 1;
    if (count - 1 !== step) return;
    arrive();
    await going;
  };
  return { hook, arrived, go };
}

describe('the disk model', () => {
  it.each(tokenStoreContract)('keeps the contract: $name', async ({ run }) => {
    await expect(
      run(async () => {
        const disk = new DiskModel();
        return { open: () => storeOn(disk) };
      }),
    ).resolves.toBeUndefined();
  });
});

describe.each([0, 1, 5])('a writer on a folder with %i versions', (versions) => {
  it('that is stopped at any step while others write 40 versions loses none of their writes', async () => {
    const steps = (await callsOf(versions)).length;
    expect(steps).toBeGreaterThan(15);
    for (let step = 0; step < steps; step += 1) {
      const disk = await diskWith(versions);
      const { hook, arrived, go } = stopAt(step);
      const late = countUp(storeOn(disk, hook));
      await Promise.race([arrived, late]);
      let counted = versions;
      for (let count = 0; count < 40; count += 1) counted += Number(await countUp(storeOn(disk)));
      go();
      // A writer that fails may have written. Here no writer has a reason to fail.
      counted += Number(await late);
      expect((await storeOn(disk).read())?.record, `stopped at step ${step}`).toBe(String(counted));
      expect(counted).toBeGreaterThanOrEqual(versions + 40);
      expect(recordsOn(disk), `stopped at step ${step}`).toHaveLength(1);
    }
  });

  it('that is killed at any step leaves the old text or the new one, and blocks no other', async () => {
    const steps = (await callsOf(versions)).length;
    for (let step = 0; step <= steps; step += 1) {
      const disk = await diskWith(versions);
      await writeUntil(step, disk, 'new');
      const after = await storeOn(disk).read();
      expect([versions === 0 ? undefined : String(versions), 'new']).toContain(after?.record);
      expect(await write(storeOn(disk), 'next')).toBe(true);
      expect(await write(storeOn(disk), 'last')).toBe(true);
      expect((await storeOn(disk).read())?.record).toBe('last');
      // No file of the killed writer is left.
      expect(Object.values(disk.contents()).toSorted()).toEqual([
        'file 600',
        'file 600 last',
        ...Array.from({ length: 5 }, () => 'folder 700'),
      ]);
    }
  });

  it('that is killed at any step leaves no old text after a read of the new one', async () => {
    const steps = (await callsOf(versions)).length;
    let readers = 0;
    for (let step = 0; step <= steps; step += 1) {
      const disk = await diskWith(versions);
      await writeUntil(step, disk, 'new');
      if ((await storeOn(disk).read())?.record !== 'new') continue;
      readers += 1;
      expect(recordsOn(disk), `died at step ${step}`).toHaveLength(1);
      expect(await write(storeOn(disk), 'next')).toBe(true);
    }
    expect(readers).toBeGreaterThan(3);
  });

  it('that is killed at any step leaves the old text or the new one, also after a reader and a power cut', async () => {
    const steps = (await callsOf(versions)).length;
    for (let step = 0; step <= steps; step += 1) {
      // Only one of the changes that were not synced survives.
      for (let lasting = 0; lasting < 6; lasting += 1) {
        const disk = await diskWith(versions);
        await writeUntil(step, disk, 'new');
        await storeOn(disk).read();
        let thing = 0;
        disk.cutPower(() => thing++ === lasting);
        const after = (await storeOn(disk).read())?.record;
        expect([versions === 0 ? undefined : String(versions), 'new'], `died at step ${step}`).toContain(after);
        expect(await write(storeOn(disk), 'next')).toBe(true);
      }
    }
  });

  it('has the old text or the new one after a power cut at any step, and the new one once it is acknowledged', async () => {
    const steps = (await callsOf(versions)).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(steps), fc.infiniteStream(fc.boolean()), async (step, coins) => {
        const disk = await diskWith(versions);
        const done = await writeUntil(step, disk, 'a new text');
        disk.cutPower(() => coins.next().value ?? false);
        const after = (await storeOn(disk).read())?.record;
        const before = versions === 0 ? undefined : String(versions);
        expect(done === true ? ['a new text'] : [before, 'a new text']).toContain(after);
        expect(await write(storeOn(disk), 'next')).toBe(true);
        expect((await storeOn(disk).read())?.record).toBe('next');
      }),
      { numRuns: 200 },
    );
  });

  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'EMFILE'])(
    'that meets %s at any step says so, names the folder, and leaves no half of a text',
    async (code) => {
      const steps = (await callsOf(versions)).length;
      const failures: RefrainError[] = [];
      for (let step = 0; step < steps; step += 1) {
        const disk = await diskWith(versions);
        let count = 0;
        const failing = storeOn(disk, () => {
          if (count++ === step) throw fileError(code);
        });
        await write(failing, 'new').catch((error: unknown) => failures.push(error as RefrainError));
        const text = (await storeOn(disk).read())?.record;
        expect([versions === 0 ? undefined : String(versions), 'new']).toContain(text);
        const most = text === 'new' ? 2 : versions && 1;
        expect(recordsOn(disk).length, `${code} at step ${step}`).toBeLessThanOrEqual(most);
        expect(await write(storeOn(disk), 'next')).toBe(true);
      }
      expect(failures.length).toBeGreaterThan(10);
      for (const failure of failures) {
        expect(failure).toMatchObject({ code: 'store_failed', cause: { code } });
        expect(failure.detail).toMatch(new RegExp(`^${folder}: [-a-z ]+ \\(${code}\\)$`));
        expect(inspect(failure)).not.toContain('SECRET');
      }
    },
  );

  it('that finds the disk full from any step on reports it, and the old text stays', async () => {
    const steps = await callsOf(versions);
    for (let step = 0; step <= steps.lastIndexOf('write'); step += 1) {
      const disk = await diskWith(versions);
      let count = 0;
      const full: Hook = ({ name }) => {
        if (count++ >= step && ['mkdir', 'write'].includes(name)) throw fileError('ENOSPC');
      };
      expect(await failureOf(() => write(storeOn(disk, full), 'new'))).toMatchObject({ code: 'store_failed' });
      expect((await storeOn(disk).read())?.record).toBe(versions === 0 ? undefined : String(versions));
    }
  });
});

describe('many processes', () => {
  it('lose no write, in any order of their steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 2 }), async (scheduler, versions) => {
        const disk = await diskWith(versions);
        const hook: Hook = async ({ name }) => scheduler.schedule(Promise.resolve(), name);
        const outcomes = Promise.all(
          Array.from({ length: 3 }, async () => {
            const store = storeOn(disk, hook);
            return Number(await countUp(store)) + Number(await countUp(store));
          }),
        );
        const counted = (await scheduler.waitFor(outcomes)).reduce((sum, count) => sum + count, versions);
        expect((await storeOn(disk).read())?.record).toBe(String(counted));
        expect(counted).toBeGreaterThan(versions);
      }),
      { numRuns: 150 },
    );
  });
});
