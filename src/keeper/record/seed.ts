import { applyConsent, type NewToken } from './changes.ts';
import { isUncertain } from './describe.ts';
import { canStillAnswer, type Observation } from './observe.ts';
import { getConsentTime } from './times.ts';
import { isLive, type KeptRecord, type LiveRecord } from './record.ts';

/**
 * Whether a seed that is new to the record may replace its token: the seed's consent is later, or the stored token was
 * rejected or is uncertain. False while a refresh of the stored token may still be answered.
 * @param authorizedAt when the user approved the seed, epoch milliseconds; undefined if it is not known
 */
export function maySeedReplace(
  record: KeptRecord | undefined,
  authorizedAt: number | undefined,
  observation: Observation,
): boolean {
  if (!isLive(record)) return true;
  const { token, claim } = record;
  if (claim && canStillAnswer(claim, observation)) return false;
  if (token.refusal || isUncertain(record, observation)) return true;
  const storedAt = getConsentTime(token, observation.now);
  return authorizedAt !== undefined && storedAt !== undefined && authorizedAt > storedAt;
}

/** Replaces the token with the seed. The record keeps the replaced token until a refresh has proved the seed. */
export function applySeed(before: KeptRecord | undefined, seed: NewToken, observation: Observation): LiveRecord {
  const next = applyConsent(before, seed);
  if (!isLive(before)) return next;
  const { clientId, clientSecret, account, rotates, claim } = before;
  // The claim of the replaced token is dropped, so its uncertainty is saved.
  const doubtSince = isUncertain(before, observation) ? (before.token.doubtSince ?? claim?.at) : undefined;
  const token = { ...before.token, ...(doubtSince !== undefined && { doubtSince }) };
  const replaced = before.replaced ?? { clientId, clientSecret, account, rotates, token };
  return { ...next, replaced: { ...replaced, refusedSeed: seed.hashes[0] } };
}
