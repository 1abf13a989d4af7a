import { RefrainError } from '../errors/refrain-error.ts';
import type { KeeperContext } from './refresh/context.ts';
import type { Wish } from './record/decide.ts';
import { keepSaving } from './refresh/keep-saving.ts';
import { obtain, type Access } from './refresh/obtain.ts';
import { RecentlySeen } from './record/recently-seen.ts';
import type { Reporter } from './notify.ts';
import { createSingleFlight } from './single-flight.ts';
import { isStoreAway, isUnreadable } from './stores/errors.ts';
import { isFresh, isValid } from './record/times.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** How many refused access tokens are remembered, so that none costs two refreshes. */
const mostRejected = 16;

/** Milliseconds. */
const restAfterFailure = 5000;

/** Access tokens for whoever asks: from memory where one is good, else by one flight that all who ask share. */
export function createAccessTokens(
  context: KeeperContext,
  { begin, report }: Reporter,
  warnIfDue: () => Promise<unknown>,
) {
  const { clock } = context;
  const flight = createSingleFlight<Access>();
  const rejectedOnce = new RecentlySeen(mostRejected);
  let remembered: Access | undefined;
  /** Whether the flight that is under way is a person's try. */
  let isTrying = false;
  /** After a flight whose every try failed the next ones send nothing for a moment, so that an outage costs few requests. */
  let rest: { readonly until: number; readonly error: RefrainError } | undefined;

  function restAfter(error: unknown): void {
    if (rest && error === rest.error) return;
    rest = isTransient(error) ? { until: clock.now() + restAfterFailure, error } : undefined;
  }

  function restingNow(): RefrainError | undefined {
    const now = clock.now();
    return rest && now < rest.until && now >= rest.until - restAfterFailure ? rest.error : undefined;
  }

  const fly = (wish: Wish): Promise<Access> =>
    flight.join(async () => {
      isTrying = wish.now === true;
      await begin();
      try {
        const { access, despite } = await obtain({ ...wish, resting: wish.now ? undefined : restingNow() }, context);
        remembered = access;
        restAfter(despite);
        return access;
      } catch (error) {
        restAfter(error);
        // A store that is away, or holds what nobody can read, costs nobody a token that is still good.
        const isGood = remembered && !wish.isRejected?.(remembered.token) && isValid(remembered, clock.now());
        if (remembered && isGood && !wish.now && (isStoreAway(error) || isUnreadable(error))) return remembered;
        throw error;
      } finally {
        await report();
        await warnIfDue();
        keepSaving(context, report);
        isTrying = false;
      }
    });

  const accessToken: TokenKeeper['accessToken'] = async ({ signal, rejected } = {}) => {
    for (;;) {
      signal?.throwIfAborted();
      if (remembered && remembered.token !== rejected && isFresh(remembered, clock.now())) return remembered.token;
      if (rejected !== undefined && rejectedOnce.has(rejected) && remembered?.token === rejected) {
        throw new RefrainError('access_token_expired');
      }
      if (isTrying) {
        // A person's try may fail where this call need not: it gives nobody what is still valid.
        await untilAborted(flight.settled(), signal);
        continue;
      }
      const isOwn = !flight.isUnderWay();
      // A store that fell back may show one again that was refused long ago.
      const isRejected = (token: string) => token === rejected || rejectedOnce.has(token);
      const { token } = await untilAborted(fly({ isRejected }), signal);
      if (rejected !== undefined && isOwn) rejectedOnce.add(rejected);
      if (token !== rejected) return token;
    }
  };

  return {
    accessToken,
    /** On a person's word, and by a flight of its own. */
    async refreshNow(evenIfUncertain: boolean | undefined): Promise<void> {
      do await flight.settled();
      while (flight.isUnderWay());
      await fly({ now: true, evenIfUncertain });
    },
    /** What a new consent brought; undefined once the token was forgotten. */
    remember(access: Access | undefined): void {
      remembered = access;
      rest = undefined;
    },
  };
}

function isTransient(error: unknown): error is RefrainError {
  const codes = ['network', 'timed_out', 'spotify_unavailable', 'answer_unreadable', 'answer_too_large'];
  return error instanceof RefrainError && codes.includes(error.code);
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
