import { RefrainError } from '../../errors/refrain-error.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import type { CommandContext } from '../context/context.ts';
import { timeText } from '../terminal/dates.ts';
import { finishDespiteInterrupt } from '../terminal/interrupts.ts';
import { whileShowing } from '../terminal/progress.ts';
import { wrapFor } from '../terminal/text.ts';
import { explainRejection } from './explain-rejection.ts';
import { stateWarnings } from './export-token.ts';
import { openKeeper, type OpenedKeeper } from './open-keeper.ts';
import type { UnsavedFlag } from './records/unsaved.ts';

/** What a piece of work returned, and the state of the token after it. */
interface Done<Value> {
  readonly value: Value;
  readonly state: KeptState;
}

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
): Promise<Done<Value>> {
  const opened = await openKeeper(context, flags);
  const shown = whileShowing(context, progress, work(opened.keeper, opened));
  const done = await waitForSave(opened, context, shown).catch((error: unknown) => {
    throw explainRejection(error, opened, context.refrain, context.environment.ci);
  });
  context.stderr.write(savedTokenWarning(done.state, context));
  return done;
}

/** The warning that a saved access token was used although there will be no other; empty if the refresh token works. */
function savedTokenWarning({ state, accessTokenExpiresAt }: KeptState, context: CommandContext): string {
  const { refrain, clock } = context;
  const reasons = stateWarnings(state, refrain);
  if (reasons.length === 0 || accessTokenExpiresAt === undefined) return '';
  const until = timeText(accessTokenExpiresAt, clock.now());
  return wrapFor(context)([...reasons, `The saved access token works until ${until}.`, ''].join('\n'));
}

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
): Promise<Done<Value>> {
  const saved = refresh.then(async (value) => ({ value, state: await untilSaved(opened, context) }));
  const done = await finishDespiteInterrupt(context, saved);
  if (context.signal.aborted) throw new RefrainError('interrupted');
  return done;
}

/**
 * Waits until a new refresh token is saved. A token that is only in this process would be lost when it exits.
 * @throws RefrainError `store_failed`
 */
async function untilSaved({ keeper, folder }: Saving, context: CommandContext): Promise<KeptState> {
  const { clock, stderr, signal } = context;
  const end = clock.now() + maxRetryTime;
  for (let isReported = false; ; isReported = true) {
    const state = await keeper.state();
    if (!state.unsaved || !state.rotates) return state;
    if (clock.now() >= end || signal.aborted) {
      throw new RefrainError('store_failed', {
        detail: `The new refresh token could not be saved in ${folder}, and is lost.`,
      });
    }
    if (!isReported) stderr.write(`The new refresh token cannot be saved in ${folder}. Make room there. Retrying.\n`);
    await clock.wait(1000, { signal });
  }
}
