import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandContext } from '../context/context.ts';
import { finishDespiteInterrupt } from '../terminal/interrupts.ts';
import type { OpenedKeeper } from './open-keeper.ts';

type Saving = Pick<OpenedKeeper, 'keeper' | 'folder'>;

/** How long a new refresh token that cannot be saved is kept in memory while saving is retried, in milliseconds. */
const maxRetryTime = 30_000;

/**
 * Waits for a refresh and until its result is saved. Ctrl-C does not stop it, because the answer may carry the only
 * refresh token that works.
 * @throws RefrainError the error of the refresh; `store_failed`; after Ctrl-C `interrupted`, when the token is saved
 */
export async function waitForSave<Value>(
  opened: Saving,
  context: CommandContext,
  refresh: Promise<Value>,
): Promise<Value> {
  const saved = refresh.then(async (value) => {
    await untilSaved(opened, context);
    return value;
  });
  const value = await finishDespiteInterrupt(context, saved);
  if (context.signal.aborted) throw new RefrainError('interrupted');
  return value;
}

/**
 * Waits until a new refresh token is saved. A token that is only in this process would be lost when it exits.
 * @throws RefrainError `store_failed`
 */
async function untilSaved({ keeper, folder }: Saving, context: CommandContext): Promise<void> {
  const { clock, stderr, signal } = context;
  const end = clock.now() + maxRetryTime;
  for (let isReported = false; ; isReported = true) {
    const { unsaved, rotates } = await keeper.state();
    if (!unsaved || !rotates) return;
    if (clock.now() >= end || signal.aborted) {
      throw new RefrainError('store_failed', {
        detail: `The new refresh token could not be saved in ${folder}, and is lost.`,
      });
    }
    if (!isReported) stderr.write(`The new refresh token cannot be saved in ${folder}. Make room there. Retrying.\n`);
    await clock.wait(1000, { signal });
  }
}
