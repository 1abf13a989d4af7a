import { lease } from './times.ts';
import type { Claim, KeptToken } from './record.ts';

/**
 * A record as one process sees it. Whoever wrote it may have another clock, so a span in it (a lease, a pause) is counted
 * from when it was first seen here; all times are this process's, epoch milliseconds.
 */
export interface Sight {
  readonly now: number;
  /** Whether whoever claims lives; undefined where that can't be told from here. True where nobody claims. */
  readonly alive: boolean | undefined;
  readonly claimSeenAt: number;
  readonly pauseSeenAt: number;
  readonly refusalSeenAt: number;
}

/** A claim this far from our time was not made just now, whatever the clock that wrote it. */
const clearlyNotNow = 5 * 60 * 1000;

/** Whether a claim has stood for its lease. */
export function hasRunOut(claim: Claim, { now, alive, claimSeenAt }: Sight): boolean {
  if (now - claimSeenAt >= lease) return true;
  return alive === undefined && Math.abs(now - claim.at) > clearlyNotNow;
}

/** Whether whoever claimed may still come back with an answer. */
export function mayStillAnswer(claim: Claim, sight: Sight): boolean {
  return sight.alive ?? !hasRunOut(claim, sight);
}

/** When a pause ends. */
export function endOfPause(pause: NonNullable<KeptToken['pause']>, { pauseSeenAt }: Sight): number {
  return Math.min(pause.at, pauseSeenAt + pause.at - pause.since);
}

/** When a refused token is tried again. */
export function nextTryOf(refusal: NonNullable<KeptToken['refusal']>, { refusalSeenAt }: Sight): number {
  return Math.min(refusal.nextTryAt, refusalSeenAt + refusal.nextTryAt - refusal.lastAt);
}

/** Remembers when things were first seen; by a clock that has jumped back since, they are seen for the first time now. */
export class FirstSeen {
  readonly #times = new Map<string, number>();

  at(id: string, now: number): number {
    const seenAt = Math.min(this.#times.get(id) ?? now, now);
    this.#times.delete(id);
    this.#times.set(id, seenAt);
    const [oldest] = this.#times.keys();
    if (this.#times.size > 32 && oldest !== undefined) this.#times.delete(oldest);
    return seenAt;
  }
}
