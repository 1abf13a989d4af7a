import type { TokenSet } from '../../grants/token-set.ts';
import type { ErrorCode } from '../../errors/error-table.ts';
import type { KeptAccount, WarningDays } from './state.ts';
import { isLive, type Claim, type KeptRecord, type KeptToken, type LiveRecord } from './record.ts';
import { getNextTryAfter } from './times.ts';

// Each function is one pure step from a record to the next. None of them changes `revision`: the write does.

/** A step from any record to the next. Undefined if the step does not apply to that record. */
export type RecordChange = (record: KeptRecord) => KeptRecord | undefined;

/** A token that is new to the record: from a consent, or from elsewhere (the `seed`). */
export interface NewToken {
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly account?: KeptAccount | undefined;
  readonly refreshToken: string;
  /** The hash of the token, and of other tokens that must not replace it later. */
  readonly hashes: readonly string[];
  readonly grant?: KeptToken['grant'];
  readonly scopes?: readonly string[] | undefined;
  readonly askedScopes?: readonly string[] | undefined;
  /** Epoch milliseconds. */
  readonly authorizedAt?: number | undefined;
  readonly access?: KeptToken['access'];
  /** Whether a refresh has already replaced a token of this app. */
  readonly rotates?: boolean | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  /**
   * If the user has just approved it: when, epoch milliseconds. Then it wins over any token that another process
   * remembers.
   */
  readonly consentAt?: number | undefined;
}

/** Replaces the token. Notes and the hashes of all tokens ever seen stay. */
export function applyConsent(before: KeptRecord | undefined, token: NewToken): LiveRecord {
  const isSameApp = before?.clientId === token.clientId && before.accountsUrl === token.accountsUrl;
  return {
    schema: 1,
    generation: Math.max((before?.generation ?? 0) + 1, Math.floor(token.consentAt ?? 0)),
    revision: before?.revision ?? 0,
    accountsUrl: token.accountsUrl,
    clientId: token.clientId,
    clientSecret: token.clientSecret,
    account: token.account,
    notes: before?.notes ?? {},
    rotates: token.rotates === true || (isSameApp && before.rotates),
    seen: mergeHashes(before?.seen ?? [], token.hashes),
    token: {
      refreshToken: token.refreshToken,
      step: 0,
      grant: token.grant,
      scopes: token.scopes && [...token.scopes],
      askedScopes: [...(token.askedScopes ?? [])],
      authorizedAt: token.authorizedAt,
      firstSeenAt: token.now,
      access: token.access,
    },
    claim: undefined,
    mendedAt: before?.mendedAt,
  };
}

/** What `forget` needs in addition to the record. */
export interface ForgetOptions {
  readonly accountsUrl: string;
  readonly clientId: string | undefined;
  /** Hashes of tokens that must not come back later. */
  readonly hashes: readonly string[];
  /** Whether the store holds a record that cannot be read. */
  readonly isUnreadable: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Makes a tombstone: no token, no secret, no name and no note, only what keeps old tokens from coming back. Undefined if
 * there is nothing to forget. When it replaces an unreadable record, it gets a generation newer than any process can
 * remember.
 */
export function forget(record: KeptRecord | undefined, options: ForgetOptions): KeptRecord | undefined {
  const { hashes, isUnreadable, now } = options;
  const hasAllHashes = hashes.every((hash) => record?.seen.includes(hash));
  if (!isUnreadable && !isLive(record) && hasAllHashes) return undefined;
  return {
    schema: 1,
    generation: Math.max((record?.generation ?? 0) + 1, isUnreadable ? Math.floor(now) + 1 : 0),
    revision: record?.revision ?? 0,
    accountsUrl: record?.accountsUrl ?? options.accountsUrl,
    clientId: record?.clientId ?? options.clientId ?? '',
    notes: {},
    rotates: record?.rotates ?? false,
    seen: mergeHashes(record?.seen ?? [], hashes),
  };
}

export function applyClaim(record: LiveRecord, claim: Claim): LiveRecord {
  return { ...record, claim };
}

/** One refresh request that was sent. Its answer is about this token and no other. */
export interface SentRefresh {
  readonly claimId: string;
  readonly generation: number;
  readonly refreshToken: string;
  readonly credential: 'client_secret' | 'client_id';
  /** How long the Web API's rejection of the next access token does not cause another refresh, milliseconds. */
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
 * Spotify refused the token. A seed that was never accepted gives way to the token that it has replaced. Undefined if the
 * token was replaced, or accepted, after this request was sent.
 */
export function applyRefusal(
  record: KeptRecord,
  sent: SentRefresh,
  code: ErrorCode,
  now: number,
): LiveRecord | undefined {
  if (!isSameToken(record, sent) || isSuperseded(record, sent)) return undefined;
  const { token, replaced } = record;
  if (replaced)
    return { ...record, ...replaced, generation: record.generation + 1, claim: undefined, replaced: undefined };
  const times = (token.refusal?.times ?? 0) + 1;
  const refusal = { code, times, lastAt: now, nextTryAt: getNextTryAfter(times, now) };
  return { ...record, claim: removeOwnClaim(record, sent), token: { ...token, refusal, pause: undefined } };
}

/** The token is unchanged. Nothing is sent until the pause ends. */
export function applyPause(record: KeptRecord, sent: SentRefresh, pause: KeptToken['pause']): LiveRecord | undefined {
  if (!isSameToken(record, sent)) return undefined;
  return { ...record, claim: removeOwnClaim(record, sent), token: { ...record.token, pause } };
}

/** The answer was lost. A single-use token is uncertain from now on; any other token is tried again after the pause. */
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

/** The token is copied to another place (`env`, `push`). It may come back from there, so its hash is saved. */
export function markUsed(record: LiveRecord, hash: string): LiveRecord | undefined {
  return record.seen.includes(hash) ? undefined : { ...record, seen: mergeHashes(record.seen, [hash]) };
}

export function applyWarning(record: LiveRecord, days: WarningDays): LiveRecord {
  return { ...record, token: { ...record.token, warned: days } };
}

export function applyAccount(record: LiveRecord, account: KeptAccount): LiveRecord {
  return { ...record, account };
}

/** An undefined value removes the note. */
export function applyNote(record: LiveRecord, label: string, value: string | undefined): LiveRecord {
  const { [label]: _, ...others } = record.notes;
  return { ...record, notes: value === undefined ? others : { ...others, [label]: value } };
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

/** Hashes that are kept. A token that is older than so many others has expired long ago. */
const maxHashes = 1000;

/** Adds hashes. Only the newest are kept, so that a record does not grow for years. */
export function mergeHashes(hashes: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...hashes, ...more])].slice(-maxHashes);
}
