import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import type { CommandContext } from '../context/context.ts';
import { timeText } from '../terminal/dates.ts';
import { whileShowing } from '../terminal/progress.ts';
import { wrapFor } from '../terminal/text.ts';
import { explainRejection } from './explain-rejection.ts';
import { stateWarnings } from './export-token.ts';
import { openKeeper, type OpenedKeeper } from './open-keeper.ts';
import type { UnsavedFlag } from './unsaved.ts';
import { waitForSave } from './wait-for-save.ts';

/**
 * Does work that needs an access token, with progress on the terminal. If the token was refreshed for it, waits until the
 * new one is saved. A warning says if there is only the saved access token, because the refresh token does not work.
 * @param flags `unsaved`: also if nothing can be saved
 * @param progress what is shown meanwhile
 * @throws RefrainError as `openKeeper`, `waitForSave` and the work do
 */
export async function useToken<Value>(
  context: CommandContext,
  flags: UnsavedFlag,
  progress: string,
  work: (keeper: TokenKeeper, opened: OpenedKeeper) => Promise<Value>,
): Promise<Value> {
  const opened = await openKeeper(context, flags);
  const done = whileShowing(context, progress, work(opened.keeper, opened));
  const value = await waitForSave(opened, context, done).catch((error: unknown) => {
    throw explainRejection(error, opened, context.refrain, context.environment.ci);
  });
  context.stderr.write(savedTokenWarning(await opened.keeper.state(), context));
  return value;
}

/** The warning that a saved access token was used although there will be no other; empty if the refresh token works. */
function savedTokenWarning({ state, accessTokenExpiresAt }: KeptState, context: CommandContext): string {
  const { refrain, clock } = context;
  const reasons = stateWarnings(state, refrain);
  if (reasons.length === 0 || accessTokenExpiresAt === undefined) return '';
  const until = timeText(accessTokenExpiresAt, clock.now());
  return wrapFor(context)([...reasons, `The saved access token works until ${until}.`, ''].join('\n'));
}
