import { spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { takeIn } from '../record/changes.ts';
import type { Claimant } from '../platform/claimant.ts';
import { systemClock, type Clock } from '../platform/clock.ts';
import { HeldRecord, type Seen } from '../record/record-cache.ts';
import type { KeptRecord } from '../record/record.ts';
import { FirstSeen } from '../record/observation.ts';
import { thisProcess } from '../platform/this-process.ts';
import { hashOf } from '../record/token-hash.ts';
import type { TokenKeeperOptions } from '../token-keeper.ts';

/** What every part of one keeper shares: what it was given, with every default filled in. */
export interface KeeperContext {
  readonly held: HeldRecord;
  readonly clock: Clock;
  readonly random: () => number;
  readonly claimant: Claimant;
  readonly firstSeen: FirstSeen;
  readonly endpoints: Endpoints;
  readonly fetch: typeof fetch;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly seed: TokenKeeperOptions['seed'];
}

/** @throws RefrainError `store_not_atomic` for a store that cannot compare and replace */
export function contextOf(options: TokenKeeperOptions): KeeperContext {
  const { store, app, seed, endpoints = spotify, fetch = globalThis.fetch, clock = systemClock } = options;
  if (typeof store?.read !== 'function' || typeof store.replace !== 'function')
    throw new RefrainError('store_not_atomic');
  return {
    held: new HeldRecord(store, clock),
    clock,
    random: options.random ?? Math.random,
    claimant: options.claimant ?? thisProcess(),
    firstSeen: new FirstSeen(),
    endpoints,
    fetch: (...given) => fetch(...given),
    clientId: app?.clientId?.trim() || undefined,
    clientSecret: app?.clientSecret?.trim() || undefined,
    seed,
  };
}

/** The record as it stands, a token from elsewhere taken in where it was never here. */
export async function currentRecord(context: KeeperContext): Promise<Seen> {
  const { held, seed, endpoints, clock } = context;
  for (;;) {
    const seen = await held.read();
    const refreshToken = seed?.refreshToken?.trim();
    const [hash] = await seedHashes(context);
    if (!refreshToken || hash === undefined) return seen;
    if (seen.record?.token?.refreshToken === refreshToken || seen.record?.seen.includes(hash)) return seen;
    const { accountsUrl } = endpoints;
    // Another accounts service than what is kept here belongs to: wrong usage, as whoever sends anything will say.
    if (seen.record && seen.record.accountsUrl !== accountsUrl) return seen;
    const clientId = context.clientId ?? seen.record?.clientId;
    if (!clientId) throw new RefrainError('client_id_missing');
    // A date that could not be parsed is no date.
    const authorizedAt = Number.isFinite(seed?.authorizedAt) ? seed?.authorizedAt : undefined;
    const taken = { accountsUrl, clientId, refreshToken, hashes: [hash], authorizedAt, now: clock.now() };
    await held.replace(takeIn(seen.record, taken), seen);
  }
}

/** The hash of the token from elsewhere, where there is one. */
export async function seedHashes({ seed }: Pick<KeeperContext, 'seed'>): Promise<string[]> {
  const refreshToken = seed?.refreshToken?.trim();
  return refreshToken ? [await hashOf(refreshToken)] : [];
}

/**
 * Refuses to send a token to anybody but who gave it, or in another app's name.
 * @throws RefrainError `accounts_url_mismatch`, `client_id_mismatch`
 */
export function checkBelonging({ accountsUrl, clientId }: KeptRecord, context: KeeperContext): void {
  if (accountsUrl !== context.endpoints.accountsUrl) throw new RefrainError('accounts_url_mismatch');
  if (context.clientId && clientId && context.clientId !== clientId) throw new RefrainError('client_id_mismatch');
}
