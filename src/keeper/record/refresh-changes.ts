import type { TokenSet } from '../../grants/token-set.ts';
import type { ErrorCode } from '../../errors/error-table.ts';
import type { Claim, KeptRecord, KeptToken, LiveRecord } from './record.ts';
import { getNextTryAfter } from './times.ts';

// What a refresh does to the record, from its claim to its outcome. Each function is one pure step, as in changes.ts.

export function applyClaim(record: LiveRecord, claim: Claim): LiveRecord {
  return { ...record, claim };
}

/** One refresh request that was sent. Its answer is about this token and no other. */
export interface SentRefresh {
  readonly claimId: string;
  readonly generation: number;
  readonly refreshToken: string;
  readonly credential: 'client_secret' | 'client_id';
  /** How old the new access token must be, in milliseconds, before a rejection by the Web API causes a refresh. */
  readonly keepFor: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Saves the tokens of an answer. Undefined if the record has a newer token. The answer says what happened to the token
 * that was sent, so it ends the claim, the uncertainty and the refusal, no matter which process wrote them.
 */
export function applyRefresh(record: KeptRecord, sent: SentRefresh, tokens: TokenSet): LiveRecord | undefined {
  if (!isSameToken(record, sent)) return undefined;
  if (!tokens.rotated && isSuperseded(record, sent)) return undefined;
  const { token } = record;
  return {
    ...record,
    rotates: record.rotates || tokens.rotated,
    claim: undefined,
    replaced: undefined,
    token: {
      ...token,
      refreshToken: tokens.refreshToken ?? token.refreshToken,
      step: token.step + (tokens.rotated ? 1 : 0),
      credential: token.grant === undefined ? sent.credential : undefined,
      scopes: tokens.scopes ? [...tokens.scopes] : token.scopes,
      access: { ...toAccess(tokens), keepFor: sent.keepFor },
      refusal: undefined,
      pause: undefined,
      doubtSince: undefined,
    },
  };
}

/**
 * Notes that Spotify refused the token. If it is a seed that Spotify never accepted, the token that it replaced comes back.
 * Undefined if the token was replaced, or accepted, after this request was sent.
 */
export function applyRefusal(
  record: KeptRecord,
  sent: SentRefresh,
  code: ErrorCode,
  now: number,
): LiveRecord | undefined {
  if (!isSameToken(record, sent) || isSuperseded(record, sent)) return undefined;
  const { token, replaced } = record;
  if (replaced) {
    return { ...record, ...replaced, generation: record.generation + 1, claim: undefined, replaced: undefined };
  }
  const times = (token.refusal?.times ?? 0) + 1;
  const refusal = { code, times, lastAt: now, nextTryAt: getNextTryAfter(times, now) };
  return { ...record, claim: removeOwnClaim(record, sent), token: { ...token, refusal, pause: undefined } };
}

/** Sends nothing until the pause ends. The token is unchanged. */
export function applyPause(record: KeptRecord, sent: SentRefresh, pause: KeptToken['pause']): LiveRecord | undefined {
  if (!isSameToken(record, sent)) return undefined;
  return { ...record, claim: removeOwnClaim(record, sent), token: { ...record.token, pause } };
}

/** Notes that an answer was lost. A single-use token is uncertain from now on; any other is tried again after the pause. */
export function applyLostAnswer(
  record: KeptRecord,
  sent: SentRefresh,
  { now, pause }: { readonly now: number; readonly pause: KeptToken['pause'] },
): LiveRecord | undefined {
  if (!isSameToken(record, sent)) return undefined;
  if (!record.rotates) return applyPause(record, sent, pause);
  const doubtSince = record.token.doubtSince ?? now;
  return { ...record, claim: removeOwnClaim(record, sent), token: { ...record.token, doubtSince } };
}

export function toAccess(tokens: TokenSet): NonNullable<KeptToken['access']> {
  return { token: tokens.accessToken, obtainedAt: tokens.obtainedAt, expiresAt: tokens.accessTokenExpiresAt };
}

function isSameToken(record: KeptRecord, sent: SentRefresh): record is LiveRecord {
  return record.generation === sent.generation && record.token?.refreshToken === sent.refreshToken;
}

/** Whether another process has refreshed the same token since. */
function isSuperseded({ claim, token }: LiveRecord, sent: SentRefresh): boolean {
  return claim?.id !== sent.claimId && token.access !== undefined && token.access.obtainedAt > sent.at;
}

/** The claim of another process stays. Only an answer ends it. */
function removeOwnClaim(record: KeptRecord, sent: SentRefresh): Claim | undefined {
  return record.claim?.id === sent.claimId ? undefined : record.claim;
}
