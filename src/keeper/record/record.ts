import * as v from 'valibot';
import { grants } from '../../grants/grant.ts';
import { errorCodes } from '../../errors/error-table.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { warningDays } from './state.ts';

const when = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.minLength(1));
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
  /** How often it was replaced by a refresh since consent. */
  step: count,
  grant: v.optional(grant),
  /** What worked for a token from elsewhere. */
  credential: v.optional(v.picklist(['client_secret', 'client_id'])),
  scopes: v.optional(v.array(v.string())),
  askedScopes: v.array(v.string()),
  authorizedAt: v.optional(when),
  firstSeenAt: when,
  access: v.optional(v.object({ token: text, obtainedAt: when, expiresAt: v.optional(when) })),
  refusal: v.optional(refusal),
  /** Nothing is sent from `since` until `at`. */
  pause: v.optional(v.object({ since: when, at: when, code: v.picklist(errorCodes) })),
  doubtSince: v.optional(when),
  warned: v.optional(v.picklist(warningDays)),
});

const fields = v.object({
  schema: v.literal(1),
  /**
   * Counts consents and logouts: whatever belongs to an older one is over. A consent counts from its time, epoch
   * milliseconds, so that it is the later one even in a store that has lost what it had counted.
   */
  generation: count,
  /** Counts writes. */
  revision: count,
  accountsUrl: text,
  /** Empty in the tombstone of a record that nobody could read. */
  clientId: v.string(),
  clientSecret: v.optional(text),
  account: v.optional(
    v.object({ id: v.string(), accountId: v.optional(v.string()), displayName: v.optional(v.string()) }),
  ),
  /** What a program has noted beside the token. Only the program knows what a label means. */
  notes: v.optional(v.record(v.string(), v.string()), {}),
  /** Where an earlier Refrain noted that it had pushed the token. Read as notes. */
  pushedTo: v.optional(v.array(v.object({ kind: v.string(), place: v.string(), at: when })), []),
  /** Whether a refresh has ever brought another refresh token: it is the app that rotates, and outlives a consent. */
  rotates: v.boolean(),
  /** Short hashes of every refresh token that came in from outside or was handed out: those may come back. */
  seen: v.array(v.string()),
  /** Absent once it was forgotten: what remains is a tombstone. */
  token: v.optional(token),
  /** Who is refreshing. */
  claim: v.optional(claim),
  mendedAt: v.optional(when),
});

const record = v.pipe(
  fields,
  v.check(({ token, clientId }) => token === undefined || clientId !== ''),
);

/** All that is kept of one token, in one text that is compared and replaced as a whole. Times are epoch milliseconds. */
export type KeptRecord = Omit<v.InferOutput<typeof record>, 'pushedTo'>;
export type KeptToken = v.InferOutput<typeof token>;
export type Claim = v.InferOutput<typeof claim>;
/** A record whose token was not forgotten. */
export type LiveRecord = KeptRecord & { readonly token: KeptToken };

/**
 * The text that a store keeps: the only place where a token becomes part of a longer text.
 * @throws RefrainError `record_corrupt` for what could not be read back: better not written than lost
 */
export function writeRecord(kept: KeptRecord): string {
  // An earlier Refrain that shares the store cannot read a record without `pushedTo`.
  const text = `${JSON.stringify({ ...kept, pushedTo: [] }, undefined, 2)}\n`;
  readRecord(text);
  return text;
}

/**
 * Reads a store's text.
 * @throws RefrainError `record_corrupt`, or `record_newer` for one that a later Refrain wrote; neither quotes it
 */
export function readRecord(stored: string): KeptRecord {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    // A parser's message quotes the text, which holds a token.
    throw new RefrainError('record_corrupt');
  }
  const { schema } = (value ?? {}) as { schema?: unknown };
  if (typeof schema === 'number' && schema > 1) throw new RefrainError('record_newer');
  const read = v.safeParse(record, value);
  if (!read.success) throw new RefrainError('record_corrupt');
  const { pushedTo, ...kept } = read.output;
  const earlierNotes = pushedTo.map(({ kind, place, at }) => [`pushedTo ${kind} ${place}`, String(at)]);
  return { ...kept, notes: { ...Object.fromEntries(earlierNotes), ...kept.notes } };
}

export function isLive(kept: KeptRecord | undefined): kept is LiveRecord {
  return kept?.token !== undefined;
}

/**
 * Whether one record knows more of a token's life than another: a later consent or logout before all, then a later
 * refresh token, then the later write. A store that lost writes may count further on a branch that knows less.
 */
export function isAheadOf(one: KeptRecord, other: KeptRecord | undefined): boolean {
  if (!other) return true;
  const steps: [number, number][] = [
    [one.generation, other.generation],
    [one.token?.step ?? 0, other.token?.step ?? 0],
    [one.revision, other.revision],
  ];
  const [mine, theirs] = steps.find(([a, b]) => a !== b) ?? [0, 0];
  return mine > theirs;
}
