import { fork } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStore } from './file-store.ts';
import { bundle } from '../../../../test/support/snippets/bundle.ts';

let root = '';
let bundled: Awaited<ReturnType<typeof bundle>>;
let program = '';

/** Adds 1 to the number in the store, this many times. The text is long, so that an incomplete one would show. */
const counting = `
  const [store, folder, steps] = process.argv.slice(2);
  const { fileStore } = await import(store);
  const place = fileStore({ folder });
  for (let left = Number(steps); left > 0; ) {
    const stored = await place.read();
    const next = Number.parseInt(stored?.record ?? '0', 10) + 1;
    if (await place.replace((next + ' ').repeat(2000), stored?.version)) {
      left -= 1;
      process.send(next);
    }
  }
  process.disconnect();
`;

beforeAll(async () => {
  bundled = await bundle('src/keeper/stores/file/file-store.ts');
  root = await mkdtemp(join(tmpdir(), 'refrain-processes-'));
  program = join(root, 'count.mjs');
  await writeFile(program, counting);
});
afterAll(async () => {
  await bundled.remove();
  await rm(root, { recursive: true, force: true });
});

const start = (folder: string, steps: number) => fork(program, [bundled.path, folder, String(steps)]);

/** The number in the store, from a complete text. */
async function numberIn(folder: string): Promise<number> {
  const record = (await fileStore({ folder }).read())?.record ?? '';
  const number = record === '' ? 0 : Number.parseInt(record, 10);
  expect(record).toBe(number === 0 ? '' : `${number} `.repeat(2000));
  return number;
}

describe('processes that share a file store', () => {
  it('lose no write: 4 of them count to 60 each', async () => {
    const folder = join(root, 'counting');
    const children = Array.from({ length: 4 }, () => start(folder, 60));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(await numberIn(folder)).toBe(240);
    expect(await readdir(join(folder, 'versions'))).toHaveLength(2);
  });

  it('are killed 100 times while they write, and lose no acknowledged write', async () => {
    const folder = join(root, 'killing');
    const modes = new Set<string>();
    let acknowledged = 0;
    let behind = 0;
    for (let batch = 0; batch < 20; batch += 1) {
      const children = Array.from({ length: 5 }, () =>
        start(folder, 1e9).on('message', (number) => (acknowledged = Math.max(acknowledged, Number(number)))),
      );
      // Each is killed some milliseconds after its first write, about as long as a write takes.
      await Promise.all(
        children.map(async (child, index) => {
          await once(child, 'message');
          await wait((batch * 5 + index * 3) % 16);
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
          const before = acknowledged;
          behind += Number((await numberIn(folder)) < before);
        }),
      );
      for (const name of await readdir(join(folder, 'versions'))) {
        modes.add(((await lstat(join(folder, 'versions', name))).mode & 0o777).toString(8));
      }
    }
    expect(behind).toBe(0);
    expect([...modes]).toEqual(process.platform === 'win32' ? ['666'] : ['600']);
    const store = fileStore({ folder });
    for (const last of ['one more', 'and the last']) {
      expect(await store.replace(last, (await store.read())?.version)).toBe(true);
    }
    // The files of killed processes are gone.
    expect(await readdir(join(folder, 'versions'))).toHaveLength(2);
    expect(await readdir(folder)).toEqual(['versions']);
  });
});
