import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import type { CommandContext } from '../context/context.ts';
import { whileShowing } from '../terminal/progress.ts';
import { explainRejection } from './explain-rejection.ts';
import { openKeeper } from './open-keeper.ts';
import { waitForSave } from './wait-for-save.ts';

/**
 * Does work that needs an access token, with progress on the terminal. If the token was refreshed for it, waits until the
 * new one is saved.
 * @param progress what is shown meanwhile
 * @throws RefrainError as `openKeeper`, `waitForSave` and the work do
 */
export async function useToken<Value>(
  context: CommandContext,
  progress: string,
  work: (keeper: TokenKeeper) => Promise<Value>,
): Promise<Value> {
  const opened = await openKeeper(context);
  return waitForSave(opened, context, whileShowing(context, progress, work(opened.keeper))).catch((error: unknown) => {
    throw explainRejection(error, opened, context.refrain);
  });
}
