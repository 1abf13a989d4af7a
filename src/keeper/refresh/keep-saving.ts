import type { KeeperContext } from './context.ts';

const shortest = 1000;
const longest = 60_000;

const saving = new WeakSet<object>();

/** Where the store could not be told the newest, goes on trying, a second to a minute apart, until it stands. */
export function keepSaving(context: KeeperContext, report: () => Promise<void>): void {
  const { held, clock } = context;
  if (!held.isStoreBehind || saving.has(held)) return;
  saving.add(held);
  void (async () => {
    for (let pause = shortest; held.isStoreBehind; pause = Math.min(longest, pause * 2)) {
      await clock.wait(pause, { background: true });
      // Reading puts a store right that is behind.
      await held.read().catch(() => {});
    }
    saving.delete(held);
    await report();
  })();
}
