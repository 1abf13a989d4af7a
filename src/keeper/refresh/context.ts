import { endpointsFrom, spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { cleanValue } from '../../text/values/clean-value.ts';
import { judgeConsentTime } from '../../text/values/consent-date.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { applySeed, maySeedReplace } from '../record/seed.ts';
import { thisProcess, type Claimant } from '../platform/claimant.ts';
import { systemClock, type Clock } from '../platform/clock.ts';
import { RecordCache, type VersionedRecord } from '../record/record-cache.ts';
import { hashToken, isLive, type KeptRecord, type LiveRecord } from '../record/record.ts';
import { getConsentTime } from '../record/times.ts';
import { FirstSeenTimes, observe } from '../record/observe.ts';
import type { TokenKeeperOptions } from '../token-keeper.ts';

/** What all parts of one keeper share: its options, with defaults filled in, and its cache. */
export interface KeeperContext {
  readonly cache: RecordCache;
  readonly clock: Clock;
  readonly random: () => number;
  readonly claimant: Claimant;
  readonly firstSeenTimes: FirstSeenTimes;
  readonly endpoints: Endpoints;
  readonly fetch: typeof fetch;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly seed: TokenKeeperOptions['seed'];
}

/**
 * @throws RefrainError `store_not_atomic` if the store has no `read` or no `replace`; `endpoint_refused`; TypeError for an
 * option of the wrong type
 */
export function createContext(options: TokenKeeperOptions): KeeperContext {
  const { store, app, seed } = options;
  if (typeof store?.read !== 'function' || typeof store.replace !== 'function') {
    throw new RefrainError('store_not_atomic');
  }
  checkTypes(options);
  // Null, which a program without types can pass, is the default too.
  const fetch = options.fetch ?? globalThis.fetch;
  const clock = options.clock ?? systemClock;
  return {
    cache: new RecordCache(store, clock),
    clock,
    random: options.random ?? Math.random,
    claimant: options.claimant ?? thisProcess(),
    firstSeenTimes: new FirstSeenTimes(),
    endpoints: endpointsFrom(options.endpoints ?? spotify),
    // Called without `this`: some runtimes refuse a `fetch` that is called as a method.
    fetch: (...args) => fetch(...args),
    clientId: cleanValue(app?.clientId ?? '') || undefined,
    clientSecret: cleanValue(app?.clientSecret ?? '') || undefined,
    seed: seed && { ...seed, refreshToken: cleanValue(seed.refreshToken ?? '') },
  };
}

/** A program without types can pass anything, such as a date as text. The value is not shown: it may be a secret. */
function checkTypes({ app, seed, endpoints, fetch, onChange, random }: TokenKeeperOptions): void {
  const types: readonly (readonly [name: string, value: unknown, type: string])[] = [
    ['app', app, 'object'],
    ['app.clientId', app?.clientId, 'string'],
    ['app.clientSecret', app?.clientSecret, 'string'],
    ['seed', seed, 'object'],
    ['seed.refreshToken', seed?.refreshToken, 'string'],
    ['seed.authorizedAt', seed?.authorizedAt, 'number'],
    ['endpoints', endpoints, 'object'],
    ['fetch', fetch, 'function'],
    ['onChange', onChange, 'function'],
    ['random', random, 'function'],
  ];
  for (const [name, value, type] of types) {
    if (value !== undefined && value !== null && typeof value !== type) {
      throw new TypeError(`createTokenKeeper: ${name} must be of type ${type}, not ${typeof value}.`);
    }
  }
}

/**
 * Reads the record. A seed that is new to the record replaces its token first, if `maySeedReplace` says so.
 * @throws RefrainError `client_id_missing`, and as `RecordCache.read` does
 */
export async function readCurrentRecord(context: KeeperContext): Promise<VersionedRecord> {
  for (;;) {
    const current = await context.cache.read();
    const next = await applyNewSeed(current.record, context);
    if (!next) return current;
    await context.cache.replace(next, current);
  }
}

/** The record with the seed's token, or with its date. Undefined if the seed changes nothing. */
async function applyNewSeed(record: KeptRecord | undefined, context: KeeperContext): Promise<LiveRecord | undefined> {
  const { seed, endpoints, clock } = context;
  const refreshToken = seed?.refreshToken;
  const [hash] = await hashSeed(context);
  if (!refreshToken || hash === undefined) return undefined;
  // NaN (from `Date.parse`), a date in the future and one before 2020 mean unknown.
  const date = judgeConsentTime(seed.authorizedAt ?? Number.NaN, clock.now());
  const authorizedAt = 'at' in date ? date.at : undefined;
  if (isLive(record) && record.token.refreshToken === refreshToken) {
    if (getConsentTime(record.token, clock.now()) !== undefined || authorizedAt === undefined) return undefined;
    // The date may become known later than the token.
    return { ...record, token: { ...record.token, authorizedAt } };
  }
  if (record?.seen.includes(hash)) return undefined;
  const { accountsUrl } = endpoints;
  // The token belongs to another accounts service. `checkSameApp` reports that before anything is sent.
  if (isLive(record) && record.accountsUrl !== accountsUrl) return undefined;
  const clientId = context.clientId ?? record?.clientId;
  if (!clientId) throw new RefrainError('client_id_missing');
  const observation = await observe(record, context);
  if (!maySeedReplace(record, authorizedAt, observation)) return undefined;
  const token = { accountsUrl, clientId, refreshToken, hashes: [hash], authorizedAt, now: clock.now() };
  return applySeed(record, token, observation);
}

/** The hash of the seed's token: a list of one, or an empty list if there is no seed. */
export async function hashSeed({ seed }: Pick<KeeperContext, 'seed'>): Promise<string[]> {
  const refreshToken = seed?.refreshToken;
  return refreshToken ? [await hashToken(refreshToken)] : [];
}

/**
 * Makes sure that a token goes only to the accounts service that issued it, and only with its own client ID.
 * @throws RefrainError `accounts_url_mismatch`, `client_id_mismatch`
 */
export function checkSameApp({ accountsUrl, clientId }: KeptRecord, context: KeeperContext): void {
  if (accountsUrl !== context.endpoints.accountsUrl) {
    throw new RefrainError('accounts_url_mismatch', { detail: accountsUrl });
  }
  if (context.clientId && clientId && context.clientId !== clientId) throw new RefrainError('client_id_mismatch');
}
