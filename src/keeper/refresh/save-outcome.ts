import type { RefreshOutcome } from '../../errors/error-facts.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';
import type { TokenSet } from '../../grants/token-set.ts';
import type { RecordChange } from '../record/changes.ts';
import {
  applyLostAnswer,
  applyPause,
  applyRefresh,
  applyRefusal,
  type SentRefresh,
} from '../record/refresh-changes.ts';
import { getBackoff, limitPause } from '../record/times.ts';
import type { KeeperContext } from './context.ts';

// Saves the outcome of one refresh request. No function here throws: if the store fails, the change is kept as pending,
// and a later read writes it.

const maxTries = 4;

/**
 * Saves new tokens, before a caller gets the access token. If the store fails four times, they are kept as pending.
 * @returns false if the record has a newer token, so that these were dropped
 */
export async function saveRefreshedTokens(
  sent: SentRefresh,
  tokens: TokenSet,
  { cache, clock, random }: KeeperContext,
): Promise<boolean> {
  for (let tries = 1; tries <= maxTries; tries++) {
    try {
      return await cache.update((record) => record && applyRefresh(record, sent, tokens));
    } catch {
      await clock.wait(getBackoff(tries, random));
    }
  }
  return cache.keepPending((record) => applyRefresh(record, sent, tokens));
}

/** Saves that Spotify refused the token. It is tried again later. */
export function saveRefusal(sent: SentRefresh, { code }: RefrainError, context: KeeperContext): Promise<void> {
  const now = context.clock.now();
  return save(sent, (record) => applyRefusal(record, sent, code, now), context);
}

/** Saves that there was no usable answer: a pause, or an uncertain token if it may have been used and is single-use. */
export function saveLostAnswer(
  sent: SentRefresh,
  failure: { readonly outcome: RefreshOutcome; readonly error: RefrainError; readonly tries: number },
  context: KeeperContext,
): Promise<void> {
  const { outcome, error, tries } = failure;
  const { code, retryAt } = error;
  const now = context.clock.now();
  const at = retryAt === undefined ? now + getBackoff(tries, context.random) : limitPause(retryAt, now);
  const pause = { since: now, at, code };
  const change: RecordChange = (record) =>
    outcome === 'maybe_used' ? applyLostAnswer(record, sent, { now, pause }) : applyPause(record, sent, pause);
  return save(sent, change, context);
}

/** Removes the claim. The token is unchanged, and is tried again at once. */
export function releaseClaim(sent: SentRefresh, context: KeeperContext): Promise<void> {
  return save(sent, (record) => applyPause(record, sent, undefined), context);
}

async function save(sent: SentRefresh, change: RecordChange, { cache }: KeeperContext): Promise<void> {
  try {
    await cache.update((record) => record && change(record));
  } catch {
    // If the claim is gone, the change was written after all, or another process has moved on.
    cache.keepPending((record) => (record.claim?.id === sent.claimId ? change(record) : undefined));
  }
}
