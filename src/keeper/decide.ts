import type { ErrorCode } from '../spotify/explanations.ts';
import { doubtSince, isExpired, type Liveness } from './describe.ts';
import { isLive, type KeptRecord, type KeptToken, type LiveRecord } from './record.ts';
import { isAhead, isFresh, isValid, lease, shortestRepeat } from './times.ts';

/** What somebody asks of the record. */
export interface Wish {
  /** An access token that the Web API has refused. */
  readonly rejected?: string | undefined;
  /** On a person's word: whatever the next time says. */
  readonly now?: boolean | undefined;
  /** On a person's word: even though the token may be spent. */
  readonly inDoubt?: boolean | undefined;
}

/** What is to be done next. */
export type Decision =
  | { readonly kind: 'use'; readonly access: NonNullable<KeptToken['access']> }
  /** Somebody else is at it, or Spotify asked for a pause. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'claim'; readonly kept: LiveRecord }
  /** `access` is still good, though it would have been time for another. */
  | {
      readonly kind: 'fail';
      readonly code: ErrorCode;
      readonly retryAt?: number | undefined;
      readonly access?: KeptToken['access'];
    };

/** The longest pause that is waited for within a call, milliseconds. */
const shortPause = 5000;

/** Decides from the record alone what to do now. Pure: every process that reads it decides the same. */
export function decide(kept: KeptRecord | undefined, wish: Wish, given: { now: number; alive: Liveness }): Decision {
  const { now, alive } = given;
  if (!isLive(kept)) return { kind: 'fail', code: 'not_logged_in' };
  const { token, claim } = kept;
  const usable = token.access?.token === wish.rejected ? undefined : token.access;
  if (usable && !wish.now && isFresh(usable, now)) return { kind: 'use', access: usable };
  const fail = (code: ErrorCode, retryAt?: number): Decision => ({
    kind: 'fail',
    code,
    retryAt,
    access: !wish.now && isValid(usable, now) ? usable : undefined,
  });

  if (doubtSince(kept, alive, now) !== undefined && !wish.inDoubt) return fail('refresh_token_in_doubt');
  if (claim && !isOver(kept, alive, now)) {
    if (now < claim.at + lease) return { kind: 'wait', until: claim.at + lease };
    return fail('refresh_under_way');
  }
  const { refusal, pausedUntil } = token;
  if (refusal) {
    if (!wish.now && isExpired(token, now)) return fail('refresh_token_expired');
    const next = wish.now ? refusal.lastAt + shortestRepeat : refusal.nextTryAt;
    const meaning = meaningOf(token, now);
    if (!wish.inDoubt && isAhead(next, now)) return fail(meaning, wish.now ? next : refusal.nextTryAt);
  }
  if (pausedUntil && isAhead(pausedUntil.at, now)) {
    if (pausedUntil.at - now <= shortPause) return { kind: 'wait', until: pausedUntil.at };
    return fail(pausedUntil.code, pausedUntil.at);
  }
  return { kind: 'claim', kept };
}

/** Whether a claim no longer holds anybody back. Where tokens rotate, time alone never ends one. */
function isOver(kept: LiveRecord, alive: Liveness, now: number): boolean {
  const { claim, token } = kept;
  if (!claim || alive === false) return true;
  const hasRunOut = now >= claim.at + lease || now <= claim.at - lease;
  // Of one on another machine nobody knows whether it lives: that is a doubt, and only a person gets past it.
  return hasRunOut && (!token.rotates || alive === undefined);
}

/** The word for a refusal as it stands now: a suspect token is expired once its six months are over. */
function meaningOf(token: KeptToken, now: number): ErrorCode {
  if (isExpired(token, now)) return 'refresh_token_expired';
  const code = token.refusal?.code ?? 'refresh_token_suspect';
  return code === 'refresh_token_expired' || code === 'refresh_token_refused' ? 'refresh_token_suspect' : code;
}
