import { mergeHashes, type RecordChange } from './changes.ts';
import type { KeptRecord } from './record.ts';
import { day } from '../../text/durations.ts';

/** What this process knows. The store may have less: a write failed, or a failover lost a write that succeeded. */
export interface LocalKnowledge {
  /** The newest record that this process has read or written. */
  readonly newest: KeptRecord | undefined;
  /** A change that could not be written yet. */
  readonly pending: RecordChange | undefined;
  /** IDs of claims that have ended. */
  readonly endedClaims: { has(id: string): boolean };
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Gets the record that must replace the one in the store. Undefined if the store is right. Pure. */
export function reconcile(
  stored: KeptRecord | undefined,
  { newest, pending, endedClaims, now }: LocalKnowledge,
): KeptRecord | undefined {
  const changed = stored && pending?.(stored);
  if (changed) return changed;
  // A consent with a time in the future comes from a wrong clock, so it does not win over a later one.
  const isBelieved =
    newest !== undefined && (newest.generation <= now + day || newest.generation === stored?.generation);
  const isClaimEnded = stored?.claim !== undefined && endedClaims.has(stored.claim.id);
  if (newest && (!stored || isBelieved) && isNewer(newest, stored)) {
    // Another process may have claimed the older record in the store, and be sending the same token now.
    const isSameToken =
      stored?.generation === newest.generation && stored.token?.refreshToken === newest.token?.refreshToken;
    const claim = newest.claim ?? (isSameToken && !isClaimEnded ? stored.claim : undefined);
    return { ...newest, claim, seen: mergeHashes(stored?.seen ?? [], newest.seen), mendedAt: now };
  }
  return isClaimEnded ? { ...stored, claim: undefined } : undefined;
}

/**
 * Whether a record is newer than another. Compares the consent or logout first, then the refresh token, then the number
 * of writes. The number is not enough: a store that lost writes may have more of them, with an older token.
 */
export function isNewer(record: KeptRecord, other: KeptRecord | undefined): boolean {
  if (!other) return true;
  if (record.generation !== other.generation) return record.generation > other.generation;
  const step = record.token?.step ?? 0;
  const otherStep = other.token?.step ?? 0;
  if (step !== otherStep) return step > otherStep;
  return record.revision > other.revision;
}
