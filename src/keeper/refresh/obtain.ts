import type { ErrorCode } from '../../errors/error-table.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { checkBelonging, currentRecord, type KeeperContext } from './context.ts';
import { decide, type Decision, type Wish } from '../record/decide.ts';
import { look, sightOf, type Looked } from '../record/observe.ts';
import type { KeptRecord, KeptToken, LiveRecord } from '../record/record.ts';
import { credentialFor, mayTryIdAlone, refreshOnce, type Refreshed } from './refresh-once.ts';
import { saveAnswer } from './save-answer.ts';
import { noteNoAnswer, noteRefusal, noteUnused } from './save-outcome.ts';
import type { Sight } from '../record/observation.ts';
import { isValid } from '../record/times.ts';

export type Access = NonNullable<KeptToken['access']>;

/** An access token; where it was time for another and none came, `despite` says why. This one is still good. */
export interface Obtained {
  readonly access: Access;
  readonly despite?: RefrainError;
}

/** One call, and how far it has come. */
interface Call {
  wish: Wish;
  /** Epoch milliseconds. */
  readonly begun: number;
  /** Requests that failed and may be made again. */
  tries: number;
  /** Looks at somebody else's claim, in a row. */
  looks: number;
  /** Whether the app was refused with its secret. */
  withIdAlone: boolean;
  /** What the last request came to. */
  last: RefrainError | undefined;
}

/** Tries of one call, and for how long it begins another or waits out a pause, milliseconds. */
const mostTries = 4;
const longestTrying = 25_000;

/** How often a claim of somebody else is looked at, milliseconds. */
const shortestLook = 25;
const longestLook = 400;

/**
 * Gets an access token: out of the record, or by a refresh that is claimed, sent, judged and saved. The one way by which
 * a refresh token leaves.
 * @throws RefrainError as `TokenKeeper.accessToken` says
 */
export async function obtain(wish: Wish, context: KeeperContext): Promise<Obtained> {
  const begun = context.clock.now();
  const call: Call = { wish, begun, tries: 0, looks: 0, withIdAlone: false, last: undefined };
  for (;;) {
    const obtained = await takeStep(call, context);
    if (obtained) return obtained;
  }
}

/** Looks, decides, and does one thing. Undefined: the record is to be looked at again. */
async function takeStep(call: Call, context: KeeperContext): Promise<Obtained | undefined> {
  const looked = await look(() => currentRecord(context), context);
  const { record } = looked.seen;
  if (record) checkBelonging(record, context);
  const decision = decide(record, call.wish, looked.sight);
  if (decision.kind === 'use') return { access: decision.access };
  if (decision.kind === 'wait') return wait(call, decision, looked, context);
  if (decision.kind === 'claim') return refresh(call, decision.kept, looked, context);
  const despite = failure(decision.code, decision.retryAt, call.last);
  if (decision.access) return { access: decision.access, despite };
  throw despite;
}

async function wait(
  call: Call,
  { until, pausedBy }: Extract<Decision, { kind: 'wait' }>,
  { seen, sight }: Looked,
  { clock, random }: KeeperContext,
): Promise<Obtained | undefined> {
  // Somebody who is at it may bring a token; a pause brings none.
  if (pausedBy && (call.wish.resting || clock.now() - call.begun >= longestTrying)) {
    return stillValid(seen.record, call.wish, call.wish.resting ?? failure(pausedBy, until, call.last), sight);
  }
  const pause = Math.min(longestLook, shortestLook * 2 ** call.looks++) * (0.5 + random() / 2);
  await clock.wait(Math.min(pause, until - sight.now));
  return undefined;
}

/** Sends one request, and brings to the record what became of it. */
async function refresh(
  call: Call,
  kept: LiveRecord,
  { seen, sight }: Looked,
  context: KeeperContext,
): Promise<Obtained | undefined> {
  const { clock, held } = context;
  const { wish } = call;
  call.looks = 0;
  if (wish.resting) return stillValid(kept, wish, wish.resting, sight);
  let refreshed: Refreshed;
  try {
    const credential = call.withIdAlone ? 'client_id' : credentialFor(kept, context);
    refreshed = await refreshOnce(kept, seen, context, credential);
  } catch (error) {
    // Nothing was sent: the secret is missing, or the store can't be written.
    if (!(error instanceof RefrainError)) throw error;
    return stillValid(kept, wish, error, sight);
  }
  if (refreshed.kind === 'not_sent') return undefined;
  const { sent } = refreshed;
  if (refreshed.kind === 'tokens') {
    const { accessToken: token, obtainedAt, accessTokenExpiresAt: expiresAt } = refreshed.tokens;
    if (await saveAnswer(sent, refreshed.tokens, context)) return { access: { token, obtainedAt, expiresAt } };
    // Something newer stands, and serves whoever asked.
    call.wish = { isRejected: wish.isRejected };
    return undefined;
  }

  const { outcome, error } = refreshed;
  call.last = error;
  if (outcome === 'refused' && !call.withIdAlone && mayTryIdAlone(kept, sent, error)) {
    call.withIdAlone = true;
    await noteUnused(sent, context);
    return undefined;
  }
  if (outcome === 'refused') await noteRefusal(sent, error, context);
  else await noteNoAnswer(sent, { outcome, error, tries: ++call.tries }, context);
  if (wish.evenIfUncertain) throw error;
  // Spotify's no, and a doubt where tokens rotate, stand in the record by now: that says what comes next.
  if (outcome === 'refused' || (outcome === 'perhaps_spent' && kept.rotates)) return undefined;
  if (call.tries < mostTries && clock.now() - call.begun < longestTrying) return undefined;
  return stillValid(held.newest, wish, error, await sightOf(held.newest, context));
}

/** What the record says, with what Spotify or the network said last. */
function failure(code: ErrorCode, retryAt: number | undefined, last: RefrainError | undefined): RefrainError {
  return new RefrainError(code, {
    ...(retryAt !== undefined && { retryAt }),
    ...(last?.spotifySaid !== undefined && { spotifySaid: last.spotifySaid }),
    ...(last && { cause: last.cause ?? { code: last.code } }),
  });
}

/** After the last try: what the record still offers, else why there is nothing. */
function stillValid(kept: KeptRecord | undefined, wish: Wish, error: RefrainError, sight: Sight): Obtained {
  const decision = decide(kept, wish, sight);
  if (decision.kind === 'use') return { access: decision.access };
  const access = kept?.token?.access;
  if (!access || wish.now || wish.isRejected?.(access.token) || !isValid(access, sight.now)) throw error;
  return { access, despite: error };
}
