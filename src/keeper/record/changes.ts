import type { TokenSet } from '../../grants/token-set.ts';
import type { ErrorCode } from '../../errors/error-table.ts';
import type { KeptAccount, WarningDays } from './state.ts';
import { isLive, type Claim, type KeptRecord, type KeptToken, type LiveRecord } from './record.ts';
import { nextTryAfter } from './times.ts';

// Each change is one pure step from a record to the next. None of them counts the write: whoever writes does.

/** What comes in with a consent, or with a token from elsewhere. */
export interface TakenIn {
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly account?: KeptAccount | undefined;
  readonly refreshToken: string;
  /** Its hash, and those of others that are not to come in after it. */
  readonly hashes: readonly string[];
  readonly grant?: KeptToken['grant'];
  readonly scopes?: readonly string[] | undefined;
  readonly askedScopes?: readonly string[] | undefined;
  readonly authorizedAt?: number | undefined;
  readonly access?: KeptToken['access'];
  readonly now: number;
  /** Whether somebody has just consented: that wins wherever else another token is remembered. */
  readonly isConsent?: boolean;
}

/** A new token, over all that stood here. Notes, and every token seen, are remembered. */
export function takeIn(before: KeptRecord | undefined, taken: TakenIn): LiveRecord {
  const isSameApp = before?.clientId === taken.clientId && before.accountsUrl === taken.accountsUrl;
  return {
    schema: 1,
    generation: Math.max((before?.generation ?? 0) + 1, taken.isConsent ? Math.floor(taken.now) : 0),
    revision: before?.revision ?? 0,
    accountsUrl: taken.accountsUrl,
    clientId: taken.clientId,
    clientSecret: taken.clientSecret,
    account: taken.account,
    notes: before?.notes ?? {},
    rotates: isSameApp && before.rotates,
    seen: withHashes(before?.seen ?? [], taken.hashes),
    token: {
      refreshToken: taken.refreshToken,
      step: 0,
      grant: taken.grant,
      scopes: taken.scopes && [...taken.scopes],
      askedScopes: [...(taken.askedScopes ?? [])],
      authorizedAt: taken.authorizedAt,
      firstSeenAt: taken.now,
      access: taken.access,
    },
    claim: undefined,
    mendedAt: before?.mendedAt,
  };
}

/** What is known of what is to be forgotten. */
export interface Forgetting {
  readonly accountsUrl: string;
  readonly clientId: string | undefined;
  /** The hashes of tokens that are not to come in afterwards. */
  readonly hashes: readonly string[];
  /** Whether something stands there that nobody can read. */
  readonly isUnreadable: boolean;
  readonly now: number;
}

/**
 * A tombstone: no token, no secret, nobody's name; only what keeps the token from coming back. Undefined where there is
 * nothing to forget. Over what nobody can read it is later than all that somebody may still remember of it.
 */
export function forgotten(kept: KeptRecord | undefined, given: Forgetting): KeptRecord | undefined {
  const { hashes, isUnreadable, now } = given;
  const isKnown = hashes.every((hash) => kept?.seen.includes(hash));
  if (!isUnreadable && !isLive(kept) && isKnown) return undefined;
  return {
    schema: 1,
    generation: Math.max((kept?.generation ?? 0) + 1, isUnreadable ? Math.floor(now) + 1 : 0),
    revision: kept?.revision ?? 0,
    accountsUrl: kept?.accountsUrl ?? given.accountsUrl,
    clientId: kept?.clientId ?? given.clientId ?? '',
    notes: {},
    rotates: kept?.rotates ?? false,
    seen: withHashes(kept?.seen ?? [], hashes),
  };
}

export function claimed(kept: LiveRecord, claim: Claim): LiveRecord {
  return { ...kept, claim };
}

/**
 * The answer to a refresh, where the token that was sent still stands; undefined where something newer does.
 * It ends a claim, a doubt and a refusal, whoever's they are: this is what became of that token.
 */
export function answered(
  kept: KeptRecord,
  answer: { readonly sent: Sent; readonly tokens: TokenSet },
): LiveRecord | undefined {
  const { sent, tokens } = answer;
  if (!stillStands(kept, sent)) return undefined;
  const { token } = kept;
  if (!tokens.rotated && isOvertaken(kept, sent)) return undefined;
  return {
    ...kept,
    rotates: kept.rotates || tokens.rotated,
    claim: undefined,
    token: {
      ...token,
      refreshToken: tokens.refreshToken ?? token.refreshToken,
      step: token.step + (tokens.rotated ? 1 : 0),
      credential: token.grant === undefined ? sent.credential : undefined,
      scopes: tokens.scopes ? [...tokens.scopes] : token.scopes,
      access: accessOf(tokens),
      refusal: undefined,
      pause: undefined,
      doubtSince: undefined,
    },
  };
}

/** Spotify's no. Undefined where it is about a token that has been replaced, or that was good again since. */
export function refused(kept: KeptRecord, sent: Sent, code: ErrorCode, now: number): LiveRecord | undefined {
  if (!stillStands(kept, sent)) return undefined;
  if (isOvertaken(kept, sent)) return undefined;
  const { token } = kept;
  const times = (token.refusal?.times ?? 0) + 1;
  const refusal = { code, times, lastAt: now, nextTryAt: nextTryAfter(times, now) };
  return { ...kept, claim: withoutClaim(kept, sent), token: { ...token, refusal, pause: undefined } };
}

/** The token is as it was, and nobody asks before `at`. */
export function paused(kept: KeptRecord, sent: Sent, pause: KeptToken['pause']): LiveRecord | undefined {
  if (!stillStands(kept, sent)) return undefined;
  return { ...kept, claim: withoutClaim(kept, sent), token: { ...kept.token, pause } };
}

/** The answer never came. Only where tokens rotate does that leave a doubt. */
export function unanswered(
  kept: KeptRecord,
  sent: Sent,
  given: { readonly now: number; readonly pause: KeptToken['pause'] },
): LiveRecord | undefined {
  if (!stillStands(kept, sent)) return undefined;
  if (!kept.rotates) return paused(kept, sent, given.pause);
  const doubt = kept.token.doubtSince ?? given.now;
  return { ...kept, claim: withoutClaim(kept, sent), token: { ...kept.token, doubtSince: doubt } };
}

/** A token leaves for elsewhere (`env`, `push`): from there it may come back, and is to be known again. */
export function handedOut(kept: LiveRecord, hash: string): LiveRecord | undefined {
  return kept.seen.includes(hash) ? undefined : { ...kept, seen: withHashes(kept.seen, [hash]) };
}

export function warned(kept: LiveRecord, days: WarningDays): LiveRecord {
  return { ...kept, token: { ...kept.token, warned: days } };
}

export function applyAccount(kept: LiveRecord, account: KeptAccount): LiveRecord {
  return { ...kept, account };
}

/** An undefined value removes the note. */
export function applyNote(kept: LiveRecord, label: string, value: string | undefined): LiveRecord {
  const { [label]: _, ...others } = kept.notes;
  return { ...kept, notes: value === undefined ? others : { ...others, [label]: value } };
}

export function accessOf(tokens: TokenSet): KeptToken['access'] {
  return { token: tokens.accessToken, obtainedAt: tokens.obtainedAt, expiresAt: tokens.accessTokenExpiresAt };
}

/** What was sent to Spotify, and when: its answer belongs to this token and to no other. */
export interface Sent {
  readonly claimId: string;
  readonly generation: number;
  readonly refreshToken: string;
  readonly credential: 'client_secret' | 'client_id';
  /** Epoch milliseconds. */
  readonly at: number;
}

function stillStands(kept: KeptRecord, sent: Sent): kept is LiveRecord {
  return kept.generation === sent.generation && kept.token?.refreshToken === sent.refreshToken;
}

/** Whether somebody else has had a good answer to the same token since. */
function isOvertaken({ claim, token }: LiveRecord, sent: Sent): boolean {
  return claim?.id !== sent.claimId && token.access !== undefined && token.access.obtainedAt > sent.at;
}

/** Another's claim stays: only an answer ends it. */
function withoutClaim(kept: KeptRecord, sent: Sent): Claim | undefined {
  return kept.claim?.id === sent.claimId ? undefined : kept.claim;
}

function withHashes(seen: readonly string[], hashes: readonly string[]): string[] {
  return [...new Set([...seen, ...hashes])];
}
