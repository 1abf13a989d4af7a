import * as v from 'valibot';
import { grants } from '../../grants/grant.ts';
import { errorCodes } from '../../errors/error-table.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { shortHash } from '../../text/hash.ts';
import { warningDays } from './state.ts';

// One kind of condition for all values: each action of Valibot adds to the size of the keeper.
const when = v.custom<number>(Number.isFinite);
const count = v.custom<number>((value) => Number.isInteger(value) && Number(value) >= 0);
const isText = (value: unknown) => typeof value === 'string';
const text = v.custom<string>((value) => isText(value) && value !== '');
const textByLabel = v.custom<Record<string, string>>(
  (value) => value !== null && Object.values(Object(value)).every(isText),
);
const grant = v.picklist(grants.filter((name) => name === 'authorization_code' || name === 'authorization_code_pkce'));

const claim = v.object({
  id: text,
  by: v.object({ host: v.string(), pid: v.optional(v.number()), startedAt: v.optional(v.string()) }),
  at: when,
});

const refusal = v.object({
  code: v.picklist(errorCodes),
  /** How often in a row. */
  times: count,
  lastAt: when,
  nextTryAt: when,
});

const token = v.object({
  refreshToken: text,
  /** How many refreshes have replaced it since consent. */
  step: count,
  grant: v.optional(grant),
  /** For a token from elsewhere: what Spotify has accepted for it. */
  credential: v.optional(v.picklist(['client_secret', 'client_id'])),
  scopes: v.optional(v.array(v.string())),
  askedScopes: v.array(v.string()),
  authorizedAt: v.optional(when),
  firstSeenAt: when,
  access: v.optional(
    v.object({
      token: text,
      obtainedAt: when,
      expiresAt: v.optional(when),
      /** How old it must be, in milliseconds, before a rejection by the Web API causes a refresh. Default: 0. */
      keepFor: v.optional(count),
    }),
  ),
  refusal: v.optional(refusal),
  /** Nothing is sent from `since` until `at`. */
  pause: v.optional(v.object({ since: when, at: when, code: v.picklist(errorCodes) })),
  /** Since when the token is uncertain. */
  doubtSince: v.optional(when),
  warned: v.optional(v.picklist(warningDays)),
});

const account = v.object({ id: v.string(), accountId: v.optional(v.string()), displayName: v.optional(v.string()) });

const fields = v.object({
  schema: v.picklist([1]),
  /**
   * Rises with each consent and logout. What belongs to an older generation is over. A consent sets it to its time, epoch
   * milliseconds, so that it is newer even if the store has lost earlier writes.
   */
  generation: count,
  /** Counts writes. */
  revision: count,
  accountsUrl: text,
  /** Empty in the tombstone of an unreadable record. */
  clientId: v.string(),
  clientSecret: v.optional(text),
  account: v.optional(account),
  /** Texts that a program has saved with the token. Only the program knows what a label means. */
  notes: v.optional(textByLabel, {}),
  /** Copies of the token that an earlier Refrain noted. They are read as notes. */
  pushedTo: v.optional(v.array(v.object({ kind: v.string(), place: v.string(), at: when })), []),
  /** Whether a refresh has ever replaced the refresh token. It is the app that rotates, so a new consent keeps this. */
  rotates: v.boolean(),
  /** Hashes of all refresh tokens that came from elsewhere or were copied elsewhere. They may come back from there. */
  seen: v.array(v.string()),
  /** Absent in a tombstone. */
  token: v.optional(token),
  /** What a seed has replaced. It is used again if Spotify refuses the seed before a refresh of it has succeeded. */
  replaced: v.optional(
    v.object({
      clientId: text,
      clientSecret: v.optional(text),
      account: v.optional(account),
      rotates: v.boolean(),
      token,
      refusedSeed: v.optional(text),
    }),
  ),
  /** The hash of the seed that Spotify has refused, so that the token before it is used again. */
  refusedSeed: v.optional(text),
  /** The process that is refreshing. */
  claim: v.optional(claim),
  /** When a process last wrote back a newer record that the store had lost. */
  mendedAt: v.optional(when),
});

/** What a store holds for one token: one text that is compared and replaced as a whole. Times are epoch milliseconds. */
export type KeptRecord = Omit<v.InferOutput<typeof fields>, 'pushedTo'>;
export type KeptToken = v.InferOutput<typeof token>;
export type Claim = v.InferOutput<typeof claim>;
/** A record that is not a tombstone. */
export type LiveRecord = KeptRecord & { readonly token: KeptToken };

/**
 * Makes the text for the store. Only here does a token become part of a longer text.
 * @throws TypeError if the text could not be read back, so that it is not written: the program passed a wrong value
 */
export function writeRecord(record: KeptRecord): string {
  // An earlier Refrain that shares the store cannot read a record without `pushedTo`.
  const text = `${JSON.stringify({ ...record, pushedTo: [] }, undefined, 2)}\n`;
  try {
    readRecord(text);
  } catch {
    throw new TypeError(
      'A value of the wrong type cannot be saved with the token: check what was passed, and the clock.',
    );
  }
  return text;
}

/**
 * Parses the text of a store.
 * @throws RefrainError `record_corrupt`; `record_newer` if a later version of Refrain wrote it. Neither quotes the text
 */
export function readRecord(stored: string): KeptRecord {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    // The parser's message quotes the text, which holds a token.
    throw new RefrainError('record_corrupt');
  }
  const { schema } = (value ?? {}) as { schema?: unknown };
  if (typeof schema === 'number' && schema > 1) throw new RefrainError('record_newer');
  const read = v.safeParse(fields, value);
  if (!read.success || (read.output.token && !read.output.clientId)) throw new RefrainError('record_corrupt');
  const { pushedTo, ...kept } = read.output;
  const earlierNotes = pushedTo.map(({ kind, place, at }) => [`pushedTo ${kind} ${place}`, String(at)]);
  return { ...kept, notes: { ...Object.fromEntries(earlierNotes), ...kept.notes } };
}

/** Whether there is a token. */
export function isLive(record: KeptRecord | undefined): record is LiveRecord {
  return record?.token !== undefined;
}

/** Whether a record holds a token now, or held it before it was replaced. */
export async function knowsToken(record: KeptRecord | undefined, refreshToken: string): Promise<boolean> {
  if (!record) return false;
  return record.token?.refreshToken === refreshToken || record.seen.includes(await hashToken(refreshToken));
}

/** A short hash to recognize a refresh token without storing it: the first 64 bits of its SHA-256, base64url. */
export async function hashToken(token: string): Promise<string> {
  return shortHash(token, 8);
}
