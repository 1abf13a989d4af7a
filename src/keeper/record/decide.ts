import type { ErrorCode } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';
import { isExpired, isInDoubt } from './describe.ts';
import { isLive, type KeptRecord, type KeptToken, type LiveRecord } from './record.ts';
import { endOfPause, hasRunOut, nextTryOf, type Sight } from './observation.ts';
import { isAhead, isFresh, isValid, lease, shortestRepeat } from './times.ts';

/** What somebody asks of the record. */
export interface Wish {
  /** Which access tokens the Web API has refused. */
  readonly isRejected?: ((accessToken: string) => boolean) | undefined;
  /** On a person's word: whatever the next time says. */
  readonly now?: boolean | undefined;
  /** On a person's word: even though the token may be spent. */
  readonly evenIfUncertain?: boolean | undefined;
  /** Nothing is sent: every try of a moment ago failed, and this is with what. */
  readonly resting?: RefrainError | undefined;
}

/** What is to be done next. */
export type Decision =
  | { readonly kind: 'use'; readonly access: NonNullable<KeptToken['access']> }
  /** Somebody else is at it; or nobody is to ask for a moment, and `pausedBy` says why. */
  | { readonly kind: 'wait'; readonly until: number; readonly pausedBy?: ErrorCode }
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

/** Decides from the record alone what to do now. Pure: every process that sees the same decides the same. */
export function decide(kept: KeptRecord | undefined, wish: Wish, sight: Sight): Decision {
  const { now } = sight;
  if (!isLive(kept)) return { kind: 'fail', code: 'not_logged_in' };
  const { token, claim } = kept;
  const usable = token.access && wish.isRejected?.(token.access.token) ? undefined : token.access;
  if (usable && !wish.now && isFresh(usable, now)) return { kind: 'use', access: usable };
  const fail = (code: ErrorCode, retryAt?: number): Decision => ({
    kind: 'fail',
    code,
    retryAt,
    access: !wish.now && isValid(usable, now) ? usable : undefined,
  });

  if (isInDoubt(kept, sight) && !wish.evenIfUncertain) return fail('refresh_token_in_doubt');
  if (claim && !isOver(kept, sight)) {
    if (!hasRunOut(claim, sight)) return { kind: 'wait', until: sight.claimSeenAt + lease };
    return fail('refresh_under_way');
  }
  const { refusal, pause } = token;
  if (refusal && !wish.evenIfUncertain) {
    const meaning = meaningOf(token, now);
    if (meaning === 'refresh_token_expired' && !wish.now) return fail(meaning);
    const next = wish.now ? refusal.lastAt + shortestRepeat : nextTryOf(refusal, sight);
    const isTooSoon = wish.now ? Math.abs(now - refusal.lastAt) < shortestRepeat : isAhead(next, now);
    if (isTooSoon) return fail(meaning, next);
  }
  const end = pause && endOfPause(pause, sight);
  if (pause && end !== undefined && isAhead(end, now)) {
    return end - now <= shortPause ? { kind: 'wait', until: end, pausedBy: pause.code } : fail(pause.code, end);
  }
  return { kind: 'claim', kept: isInDoubt(kept, sight) ? withDoubt(kept, now) : kept };
}

/** Another claim takes the place of the one that left the doubt, so the doubt is written down. */
function withDoubt(kept: LiveRecord, now: number): LiveRecord {
  const doubtSince = kept.token.doubtSince ?? kept.claim?.at ?? now;
  return { ...kept, token: { ...kept.token, doubtSince } };
}

/** Whether a claim no longer holds anybody back. Where tokens rotate, time alone never ends one. */
function isOver({ claim, rotates }: LiveRecord, sight: Sight): boolean {
  if (!claim || sight.alive === false) return true;
  // Of one on another machine nobody knows whether it lives: that is a doubt, and only a person gets past it.
  return hasRunOut(claim, sight) && (!rotates || sight.alive === undefined);
}

/** The word for a refusal as it stands now: a suspect token is expired once its six months are over. */
function meaningOf(token: KeptToken, now: number): ErrorCode {
  if (isExpired(token, now)) return 'refresh_token_expired';
  const code = token.refusal?.code ?? 'refresh_token_suspect';
  return code === 'refresh_token_expired' || code === 'refresh_token_refused' ? 'refresh_token_suspect' : code;
}
