import { getErrorFacts, type ErrorCode } from '../../errors/error-table.ts';
import { isRefrainError } from '../../errors/refrain-error.ts';
import { webApiErrors } from '../../errors/table/web-api-errors.ts';
import { day, hour, minute, second } from '../../text/durations.ts';
import type { Failure, Pause } from './decide.ts';

/** A list is tried again after 30 seconds, then after twice as long each time, up to five minutes. */
const firstRetry = 30 * second;
const longestRetry = 5 * minute;
/** Nothing is sent for a scope that is known to be missing, so this is only for tokens whose scopes are not known. */
const scopeRetry = 10 * minute;
/** The longest pause that is respected, in milliseconds. */
export const longestPause = day;

/**
 * Pauses without a `Retry-After`, in milliseconds. Spotify counts requests in 30 seconds for its rate limit, and in a day
 * for a quota.
 */
const defaultPauses: Partial<Record<ErrorCode, number>> = { rate_limited: 30 * second, quota_exceeded: hour };

/**
 * Decides what a failed fetch means for its list, and for all lists if it causes a pause. Pure.
 * @param period how long the list is fresh, in milliseconds
 */
export function applyFailure(
  error: unknown,
  before: Failure | undefined,
  period: number,
  now: number,
): { readonly failure: Failure; readonly pause: Pause | undefined } {
  const code = isRefrainError(error) ? error.code : 'unexpected';
  const given = isRefrainError(error) ? error.retryAt : undefined;
  const askedAt = given === undefined ? undefined : Math.min(Math.max(given, now + second), now + longestPause);
  const times = (before?.times ?? 0) + 1;
  const until = askedAt ?? now + (defaultPauses[code] ?? getRetryDelay(code, times, period));
  const isPause = code in defaultPauses || (code === 'spotify_unavailable' && askedAt !== undefined);
  const isForPerson = lastsUntilFixed(code);
  return {
    failure: {
      code,
      times,
      at: now,
      // The keeper sends nothing while it waits for a person, so it can be asked often.
      nextTryAt: isForPerson && !(code in webApiErrors) ? Math.min(until, now + firstRetry) : until,
      retryAt: isForPerson ? (askedAt ?? null) : until,
    },
    pause: isPause ? { code, since: now, until } : undefined,
  };
}

/** Whether an error lasts until a person does something about it. */
export const lastsUntilFixed = (code: ErrorCode): boolean => getErrorFacts(code).fixedBy !== 'time';

function getRetryDelay(code: ErrorCode, times: number, period: number): number {
  if (code === 'scope_missing') return scopeRetry;
  const longest = Math.max(firstRetry, Math.min(period, longestRetry));
  return Math.min(firstRetry * 2 ** Math.min(times - 1, 10), longest);
}
