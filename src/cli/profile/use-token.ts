import { RefrainError } from '../../errors/refrain-error.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import type { CommandText } from '../context/command-text.ts';
import type { CommandContext } from '../context/context.ts';
import { timeText } from '../terminal/dates.ts';
import { finishDespiteInterrupt } from '../terminal/interrupts.ts';
import { whileShowing } from '../terminal/progress.ts';
import { wrapFor } from '../terminal/text.ts';
import { explainRejection } from './explain-rejection.ts';
import { openKeeper, type OpenedKeeper } from './open-keeper.ts';
import type { UnsavedFlag } from './records/unsaved.ts';

/** The result of work with a token, and the state of the token after it. */
interface WorkResult<Value> {
  readonly value: Value;
  readonly state: KeptState;
}

/**
 * Does work that needs an access token, and shows progress on the terminal. If the work refreshes the token, waits until
 * the new one is saved. Warns if the refresh token does not work and only the saved access token is left.
 * @param flags `unsaved`: work even if nothing can be saved
 * @param progress the text to show during the work
 * @throws RefrainError the errors of `openKeeper`, `waitForSave` and the work
 */
export async function useToken<Value>(
  context: CommandContext,
  flags: UnsavedFlag,
  progress: string,
  work: (keeper: TokenKeeper, opened: OpenedKeeper) => Promise<Value>,
): Promise<WorkResult<Value>> {
  const opened = await openKeeper(context, flags);
  const working = whileShowing(context, progress, work(opened.keeper, opened));
  const result = await waitForSave(opened, context, working).catch((error: unknown) => {
    throw explainRejection(error, opened, context.refrain, context.environment.ci);
  });
  context.stderr.write(savedTokenWarning(result.state, context));
  return result;
}

/** The warning that only the saved access token works, and until when. Empty if the refresh token works. */
function savedTokenWarning({ state, accessTokenExpiresAt }: KeptState, context: CommandContext): string {
  const { refrain, clock } = context;
  const [reasons, now] = [stateWarnings(state, refrain), clock.now()];
  if (reasons.length === 0 || accessTokenExpiresAt === undefined || accessTokenExpiresAt <= now) return '';
  const until = timeText(accessTokenExpiresAt, now);
  return wrapFor(context)([...reasons, `Refrain uses the saved access token until ${until}.`, ''].join('\n'));
}

/** A warning for a token that does not work, or may not; empty for others. */
export function stateWarnings(state: KeptState['state'], refrain: CommandText): readonly string[] {
  switch (state) {
    case 'expired':
      return [`This token has expired. To get a new one: ${refrain('renew')}`];
    case 'suspect':
      return [`Spotify rejected this token early. Run \`${refrain('check')}\` to find out why.`];
    case 'in_doubt':
      return [`This token may be used up. To find out: ${refrain('renew')}`];
    default:
      return [];
  }
}

type Saving = Pick<OpenedKeeper, 'keeper' | 'folder'>;

/** How long saving a new refresh token is retried, in milliseconds. */
const maxRetryTime = 30_000;

/**
 * Waits for work that may refresh the token, and then until the new token is saved. Ctrl-C does not stop it, because
 * Spotify's answer may carry the only refresh token that works.
 * @throws RefrainError the error of the work; `store_failed`; `interrupted` after Ctrl-C, once the token is saved
 */
export async function waitForSave<Value>(
  opened: Saving,
  context: CommandContext,
  work: Promise<Value>,
): Promise<WorkResult<Value>> {
  const saved = work.then(async (value) => ({ value, state: await untilSaved(opened, context) }));
  const result = await finishDespiteInterrupt(context, saved);
  if (context.signal.aborted) throw new RefrainError('interrupted');
  return result;
}

/**
 * Waits until a new refresh token is saved. A token that is only in this process would be lost when it exits.
 * @throws RefrainError `store_failed`
 */
async function untilSaved({ keeper, folder }: Saving, context: CommandContext): Promise<KeptState> {
  const { clock, stderr, signal } = context;
  const end = clock.now() + maxRetryTime;
  let isReported = false;
  for (;;) {
    const state = await keeper.state();
    if (!state.unsaved || !state.rotates) return state;
    if (clock.now() >= end || signal.aborted) {
      throw new RefrainError('store_failed', {
        detail: `The new refresh token could not be saved in ${folder}, and is lost.`,
      });
    }
    if (!isReported) stderr.write(`The new refresh token cannot be saved in ${folder}. Make room there. Retrying.\n`);
    isReported = true;
    await clock.wait(1000, { signal });
  }
}
