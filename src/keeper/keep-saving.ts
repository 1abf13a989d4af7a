import type { KeeperContext } from './context.ts';

const shortest = 1000;
const longest = 60_000;

const saving = new WeakSet<object>();

/** Where the newest record could not be saved, goes on trying, a second to a minute apart, until it stands. */
export function keepSaving(context: KeeperContext, report: () => Promise<void>): void {
  const { held, clock } = context;
  if (!held.unsaved || saving.has(held)) return;
  saving.add(held);
  void (async () => {
    for (let pause = shortest; held.unsaved; pause = Math.min(longest, pause * 2)) {
      await clock.wait(pause, { background: true });
      // Reading mends a store that is behind.
      await held.read().catch(() => {});
    }
    saving.delete(held);
    await report();
  })();
}
