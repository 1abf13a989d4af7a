import type { ErrorCode } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';
import { isExpired, isUncertain } from './describe.ts';
import { isLive, type KeptRecord, type KeptToken, type LiveRecord } from './record.ts';
import { getAccess, getNextTry, getPauseEnd, isLeaseOver, type Observation } from './observe.ts';
import { isInFuture, isFresh, isValid, lease, minForcedInterval } from './times.ts';

/** What a caller wants from the record. */
export interface RefreshRequest {
  /** Whether the Web API has rejected this access token. */
  readonly isRejected?: ((accessToken: string) => boolean) | undefined;
  /** A person asked for it: refresh even if the access token is fresh, or the next try is later. */
  readonly isForced?: boolean | undefined;
  /** A person asked for it: refresh even if the token is uncertain. */
  readonly evenIfUncertain?: boolean | undefined;
  /** The error of a call that failed just now. If it is set, nothing is sent. */
  readonly recentFailure?: RefrainError | undefined;
}

/** What to do next. */
export type Decision =
  | { readonly kind: 'use'; readonly access: NonNullable<KeptToken['access']> }
  /** Another process is refreshing, or there is a short pause for the reason `pausedBy`. Times are epoch milliseconds. */
  | { readonly kind: 'wait'; readonly until: number; readonly pausedBy?: ErrorCode }
  | { readonly kind: 'claim'; readonly record: LiveRecord }
  /** `access`: an access token that is still valid, although a refresh was due. */
  | {
      readonly kind: 'fail';
      readonly code: ErrorCode;
      readonly retryAt?: number | undefined;
      readonly access?: KeptToken['access'];
    };

/** The longest pause that a call waits for, in milliseconds. A longer one ends the call. */
const maxWaitInCall = 5000;

/** Decides what to do. Pure: with the same record and observation, every process decides the same. */
export function decide(record: KeptRecord | undefined, request: RefreshRequest, observation: Observation): Decision {
  const { now } = observation;
  const { isForced, evenIfUncertain } = request;
  if (!isLive(record)) return { kind: 'fail', code: 'not_logged_in' };
  const { token, claim } = record;
  const known = getAccess(record, observation);
  const isRejected = known !== undefined && request.isRejected?.(known.token) === true;
  const access = isRejected ? undefined : known;
  if (access && !isForced && isFresh(access, now)) return { kind: 'use', access };
  const fail = (code: ErrorCode, retryAt?: number): Decision => ({
    kind: 'fail',
    code,
    retryAt,
    access: !isForced && isValid(access, now) ? access : undefined,
  });

  if (isRejected && !isForced && Math.abs(now - known.obtainedAt) < (known.keepFor ?? 0)) {
    return fail('access_token_expired');
  }
  if (isUncertain(record, observation) && !evenIfUncertain) return fail('refresh_token_in_doubt');
  if (claim && !isClaimOver(record, observation)) {
    if (!isLeaseOver(claim, observation)) return { kind: 'wait', until: observation.claimFirstSeenAt + lease };
    return fail('refresh_under_way');
  }
  const { refusal, pause } = token;
  if (refusal && !evenIfUncertain) {
    const code = getRefusalCode(token, now);
    if (code === 'refresh_token_expired' && !isForced) return fail(code);
    const next = isForced ? refusal.lastAt + minForcedInterval : getNextTry(refusal, observation);
    const isTooSoon = isForced ? Math.abs(now - refusal.lastAt) < minForcedInterval : isInFuture(next, now);
    if (isTooSoon) return fail(code, next);
  }
  const end = pause && getPauseEnd(pause, observation);
  if (pause && end !== undefined && isInFuture(end, now)) {
    return end - now <= maxWaitInCall ? { kind: 'wait', until: end, pausedBy: pause.code } : fail(pause.code, end);
  }
  return { kind: 'claim', record: isUncertain(record, observation) ? markUncertain(record, now) : record };
}

/** The new claim replaces the one that made the token uncertain, so the uncertainty is saved. */
function markUncertain(record: LiveRecord, now: number): LiveRecord {
  const doubtSince = record.token.doubtSince ?? record.claim?.at ?? now;
  return { ...record, token: { ...record.token, doubtSince } };
}

/** Whether a claim no longer blocks others. For a single-use token, time is never enough. */
function isClaimOver({ claim, rotates }: LiveRecord, observation: Observation): boolean {
  if (!claim || observation.isClaimantAlive === false) return true;
  // If liveness cannot be checked, the token is uncertain. Only a person can decide to use it.
  return isLeaseOver(claim, observation) && (!rotates || observation.isClaimantAlive === undefined);
}

/** The error code for the refusal at this time: a token that was rejected early is expired after day 180. */
function getRefusalCode(token: KeptToken, now: number): ErrorCode {
  if (isExpired(token, now)) return 'refresh_token_expired';
  const code = token.refusal?.code ?? 'refresh_token_suspect';
  return code === 'refresh_token_expired' || code === 'refresh_token_refused' ? 'refresh_token_suspect' : code;
}
