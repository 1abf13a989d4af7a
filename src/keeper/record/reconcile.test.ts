import { expect, it } from 'vitest';
import type { Claim, KeptRecord } from './record.ts';
import { isNewer, reconcile, type LocalKnowledge } from './reconcile.ts';

const now = 1_790_000_000_000;
const claim = (id: string): Claim => ({ id, by: { host: 'here' }, at: now });

/** `step`: how many refreshes have replaced the token. */
function record(fields: Partial<KeptRecord> & { readonly step?: number } = {}): KeptRecord {
  const { step = 0, ...others } = fields;
  return {
    schema: 1,
    generation: 1,
    revision: 1,
    accountsUrl: 'https://accounts.spotify.com',
    clientId: 'app',
    notes: {},
    rotates: true,
    seen: [],
    token: { refreshToken: `token ${step}`, step, askedScopes: [], firstSeenAt: now },
    ...others,
  };
}

const older = record({ revision: 3 });
const newer = record({ revision: 4, step: 1, seen: ['b'] });
const tombstone = record({ generation: 2, token: undefined });
const pause = (one: KeptRecord): KeptRecord => ({ ...one, revision: one.revision + 1 });
const ended = new Set(['ended']);

interface Row {
  readonly stored: KeptRecord | undefined;
  readonly newest?: KeptRecord;
  readonly pending?: LocalKnowledge['pending'];
  /** What must replace the stored record. Undefined: nothing. */
  readonly expected: KeptRecord | undefined;
}

const rows: Record<string, Row> = {
  'an empty store that was never written': { stored: undefined, expected: undefined },
  'a first read': { stored: older, expected: undefined },
  'a store that has what this process knows': { stored: newer, newest: newer, expected: undefined },
  'a store that has a newer record': { stored: newer, newest: older, expected: undefined },
  'a store with a tombstone': { stored: tombstone, newest: newer, expected: undefined },

  'an empty store that had a record': { stored: undefined, newest: newer, expected: { ...newer, mendedAt: now } },
  'a store that lost writes': {
    stored: { ...older, seen: ['a'] },
    newest: newer,
    expected: { ...newer, seen: ['a', 'b'], mendedAt: now },
  },
  'a store that lost writes, with more writes of an older token since': {
    stored: record({ revision: 99 }),
    newest: newer,
    expected: { ...newer, mendedAt: now },
  },
  'a store that lost a logout': {
    stored: newer,
    newest: tombstone,
    expected: { ...tombstone, seen: ['b'], mendedAt: now },
  },

  'a claim of another process on the same token in a store that lost writes': {
    stored: record({ revision: 2, claim: claim('other') }),
    newest: older,
    expected: { ...older, claim: claim('other'), mendedAt: now },
  },
  'a claim of another process on an older token in a store that lost writes': {
    stored: record({ revision: 2, claim: claim('other') }),
    newest: newer,
    expected: { ...newer, claim: undefined, mendedAt: now },
  },
  'a claim that is over, in a store that lost writes': {
    stored: record({ revision: 2, claim: claim('ended') }),
    newest: older,
    expected: { ...older, claim: undefined, mendedAt: now },
  },
  'a claim that is over': {
    stored: { ...older, claim: claim('ended') },
    newest: older,
    expected: { ...older, claim: undefined },
  },
  'a claim of another process': { stored: { ...older, claim: claim('other') }, newest: older, expected: undefined },

  'a pending change': { stored: older, newest: newer, pending: pause, expected: { ...older, revision: 4 } },
  'a pending change that does not apply to the stored record': {
    stored: tombstone,
    newest: newer,
    pending: () => undefined,
    expected: undefined,
  },
  'a pending change in an empty store': {
    stored: undefined,
    newest: newer,
    pending: pause,
    expected: { ...newer, mendedAt: now },
  },
};

it.each(Object.entries(rows))('reconciles %s', (_, { stored, newest, pending, expected }) => {
  expect(reconcile(stored, { newest, pending, endedClaims: ended, now })).toEqual(expected);
});

it.each([
  ['a consent or logout before a refresh', record({ generation: 2 }), record({ step: 9, revision: 9 })],
  ['a refresh before a write', record({ step: 1 }), record({ revision: 9 })],
  ['a write', record({ revision: 2 }), record({ revision: 1 })],
])('orders records by %s', (_, one, other) => {
  expect(isNewer(one, other)).toBe(true);
  expect(isNewer(other, one)).toBe(false);
});

it('does not call a record newer than itself', () => {
  expect(isNewer(newer, newer)).toBe(false);
  expect(isNewer(newer, undefined)).toBe(true);
});
