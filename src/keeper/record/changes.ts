import type { KeptAccount, WarningDays } from './state.ts';
import { isLive, type KeptRecord, type KeptToken, type LiveRecord } from './record.ts';

// Each change is a pure step from one record to the next. No change sets `revision`: the write does.

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
  /** Whether the app rotates its tokens: a refresh has already returned a new one. */
  readonly rotates?: boolean | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  /**
   * When the user approved it, epoch milliseconds. Only for a new consent, which wins over any token that another process
   * remembers.
   */
  readonly consentAt?: number | undefined;
}

/** Replaces the token. Keeps the notes, and the hashes of all tokens that the record has had. */
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

/** Makes a record without a token. Any token can replace it. */
export function createEmptyRecord(app: Pick<ForgetOptions, 'accountsUrl' | 'clientId'>): KeptRecord {
  return {
    schema: 1,
    generation: 0,
    revision: 0,
    accountsUrl: app.accountsUrl,
    clientId: app.clientId ?? '',
    notes: {},
    rotates: false,
    seen: [],
  };
}

/** What `forget` needs in addition to the record. */
export interface ForgetOptions {
  readonly accountsUrl: string;
  readonly clientId: string | undefined;
  /** Hashes of tokens that must not come back. */
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
  const { generation, revision, accountsUrl, clientId, rotates, seen } = record ?? createEmptyRecord(options);
  return {
    ...createEmptyRecord({ accountsUrl, clientId }),
    generation: Math.max(generation + 1, isUnreadable ? Math.floor(now) + 1 : 0),
    revision,
    rotates,
    seen: mergeHashes(seen, hashes),
  };
}

/** Adds the hash of a token that is copied to another place (`env`, `push`), because it may come back from there. */
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

/** How many hashes a record keeps. A token that is older than 1,000 others expired long ago. */
const maxHashes = 1000;

/** Adds hashes and drops the oldest ones, so that a record does not grow for years. */
export function mergeHashes(hashes: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...hashes, ...more])].slice(-maxHashes);
}
