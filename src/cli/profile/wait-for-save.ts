import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandContext } from '../context/context.ts';
import { finishDespiteInterrupt } from '../terminal/interrupts.ts';
import { profileFolder } from './profiles.ts';

/** Milliseconds that a new refresh token that cannot be saved is held, and saving tried again. */
const longestHeld = 30_000;

/**
 * Waits for a refresh to end, and for what it brought to be saved: Ctrl-C does not break it off, for its answer may hold
 * the only refresh token that works.
 * @throws RefrainError what the refresh throws; `store_failed`; `interrupted` where Ctrl-C was pressed, once all is safe
 */
export async function waitForSave<Value>(
  keeper: TokenKeeper,
  context: CommandContext,
  refresh: Promise<Value>,
): Promise<Value> {
  const saved = refresh.then(async (value) => {
    await untilSaved(keeper, context);
    return value;
  });
  const value = await finishDespiteInterrupt(context, saved);
  if (context.signal.aborted) throw new RefrainError('interrupted');
  return value;
}

/**
 * A new refresh token that lives in this process alone would end with it: so it is saved, or the command fails.
 * @throws RefrainError `store_failed`
 */
async function untilSaved(keeper: TokenKeeper, context: CommandContext): Promise<void> {
  const { clock, stderr, home, profile, signal } = context;
  const end = clock.now() + longestHeld;
  for (let isTold = false; ; isTold = true) {
    const { unsaved, rotates } = await keeper.state();
    if (!unsaved || !rotates) return;
    const folder = profileFolder(home, profile);
    if (clock.now() >= end || signal.aborted) {
      throw new RefrainError('store_failed', {
        detail: `${folder}: the new refresh token could not be saved, and is lost`,
      });
    }
    if (!isTold)
      stderr.write(`The new refresh token cannot be saved in ${folder}. Make room there: it is tried again.\n`);
    await clock.wait(1000, { signal });
  }
}
