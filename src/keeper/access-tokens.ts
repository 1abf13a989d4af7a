import { getErrorFacts } from '../errors/error-table.ts';
import { isRefrainError, RefrainError } from '../errors/refrain-error.ts';
import { untilAborted } from '../http/deadline.ts';
import type { Notifier } from './notify.ts';
import type { RefreshRequest } from './record/decide.ts';
import { isFresh, isValid } from './record/times.ts';
import type { KeeperContext } from './refresh/context.ts';
import { obtainAccess, type Access } from './refresh/obtain.ts';
import { isRecordUnreadable, isStoreUnavailable } from './stores/store-adapter.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** How many rejected access tokens are remembered, so that each of them causes only one refresh. */
const maxRejected = 16;

/** How long nothing is sent after a failed call, in milliseconds, so that an outage causes few requests. */
const pauseAfterFailure = 5000;

/** Milliseconds between two tries to update a store that is behind. */
const savingPause = { first: 1000, longest: 60_000 };

/** Gives access tokens: from memory if there is a fresh one, otherwise from one task that all callers share. */
export function createAccessTokens(context: KeeperContext, { start, notify, warnIfDue }: Notifier) {
  const { cache, clock } = context;
  const task = createSharedTask<Access>();
  const rejectedTokens: string[] = [];
  let remembered: Access | undefined;
  /** Whether the running task is a forced refresh. */
  let isForcing = false;
  let isSaving = false;
  let recentFailure: { readonly until: number; readonly error: RefrainError } | undefined;

  function rememberRejected(token: string): void {
    if (rejectedTokens.includes(token)) return;
    rejectedTokens.push(token);
    if (rejectedTokens.length > maxRejected) rejectedTokens.shift();
  }

  function rememberFailure(error: unknown): void {
    if (recentFailure && error === recentFailure.error) return;
    recentFailure = isTransient(error) ? { until: clock.now() + pauseAfterFailure, error } : undefined;
  }

  function getRecentFailure(): RefrainError | undefined {
    if (!recentFailure) return undefined;
    const { until, error } = recentFailure;
    const now = clock.now();
    // The second test is for a clock that was set back.
    return now < until && now >= until - pauseAfterFailure ? error : undefined;
  }

  /** If the store is behind, reads until it is not: each read writes what the store lacks. */
  async function saveInBackground(): Promise<void> {
    if (!cache.isStoreBehind || isSaving) return;
    isSaving = true;
    for (let pause = savingPause.first; cache.isStoreBehind; pause = Math.min(savingPause.longest, pause * 2)) {
      await clock.wait(pause, { background: true });
      await cache.read().catch(() => {});
    }
    isSaving = false;
    await notify();
  }

  const obtain = (request: RefreshRequest): Promise<Access> =>
    task.join(async () => {
      isForcing = request.isForced === true;
      await start();
      try {
        const { access, refreshError } = await obtainAccess(
          { ...request, recentFailure: request.isForced ? undefined : getRecentFailure() },
          context,
        );
        remembered = access;
        rememberFailure(refreshError);
        return access;
      } catch (error) {
        rememberFailure(error);
        // If only the store is at fault, use the last access token while it is valid.
        const isUsable = remembered && !request.isRejected?.(remembered.token) && isValid(remembered, clock.now());
        const isStoreAtFault = isStoreUnavailable(error) || isRecordUnreadable(error);
        if (remembered && isUsable && !request.isForced && isStoreAtFault) return remembered;
        throw error;
      } finally {
        await notify();
        await warnIfDue();
        void saveInBackground();
        isForcing = false;
      }
    });

  const accessToken: TokenKeeper['accessToken'] = async ({ signal, rejected } = {}) => {
    const waitFor = <Value>(work: Promise<Value>) => (signal ? untilAborted(work, signal, () => signal.reason) : work);
    for (;;) {
      signal?.throwIfAborted();
      if (remembered && remembered.token !== rejected && isFresh(remembered, clock.now())) return remembered.token;
      if (rejected !== undefined && rejectedTokens.includes(rejected) && remembered?.token === rejected) {
        throw new RefrainError('access_token_expired');
      }
      if (isForcing) {
        // A forced refresh that fails does not return the saved access token, so wait for its end and then start another task.
        await waitFor(task.settled());
        continue;
      }
      const isOwnTask = !task.isRunning();
      // A store that lost writes may return an access token that was rejected long ago.
      const isRejected = (token: string) => token === rejected || rejectedTokens.includes(token);
      const { token } = await waitFor(obtain({ isRejected }));
      if (rejected !== undefined && isOwnTask) rememberRejected(rejected);
      if (token !== rejected) return token;
    }
  };

  return {
    accessToken,
    /** Waits for a running task, because a forced refresh cannot share it, and then refreshes. */
    async refreshNow(evenIfUncertain: boolean | undefined): Promise<void> {
      do await task.settled();
      while (task.isRunning());
      await obtain({ isForced: true, evenIfUncertain });
    },
    /** @param access the access token of a new consent; undefined after `forget` */
    remember(access: Access | undefined): void {
      remembered = access;
      recentFailure = undefined;
    },
  };
}

/** Whether the network or Spotify failed. Other errors that time fixes are saved in the record. */
function isTransient(error: unknown): error is RefrainError {
  if (!isRefrainError(error)) return false;
  const { fixedBy, outcome } = getErrorFacts(error.code);
  return fixedBy === 'time' && outcome === 'maybe_used';
}

/** A task that runs once at a time, however many callers ask for its result. */
function createSharedTask<Value>() {
  let running: Promise<Value> | undefined;
  return {
    isRunning: (): boolean => running !== undefined,
    /** Joins the running task, or starts one. */
    join(start: () => Promise<Value>): Promise<Value> {
      if (running) return running;
      const started = start().finally(() => {
        if (running === started) running = undefined;
      });
      // All callers may have aborted before it fails.
      started.catch(() => {});
      running = started;
      return started;
    },
    /** Resolves as soon as no task is running, however it ended. */
    async settled(): Promise<void> {
      for (let last = running; last; last = running) await last.catch(() => {});
    },
  };
}
