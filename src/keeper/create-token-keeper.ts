import { TokenSet } from '../grants/token-set.ts';
import { spotify } from '../spotify/endpoints.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import { createBearerFetch } from './bearer-fetch.ts';
import { accessOf, forgotten, handedOut, noted, takeIn, warned } from './changes.ts';
import { systemClock } from './clock.ts';
import { currentRecord, type KeeperContext } from './context.ts';
import type { Wish } from './decide.ts';
import { HeldRecord, type Seen } from './held-record.ts';
import { KeptSecrets } from './kept-secrets.ts';
import { obtain, type Access } from './obtain.ts';
import { isLive, type KeptRecord } from './record.ts';
import { RecentlySeen } from './recently-seen.ts';
import { createReporter } from './reporter.ts';
import { keepSaving } from './keep-saving.ts';
import { credentialFor } from './refresh-once.ts';
import { FirstSeen } from './sight.ts';
import { createSingleFlight } from './single-flight.ts';
import { thisProcess } from './this-process.ts';
import { isFresh, isValid, untilNextWarning, warningDue } from './times.ts';
import { hashOf } from './token-hash.ts';
import type { WarningDays } from './kept-state.ts';
import type { TokenKeeper, TokenKeeperOptions } from './token-keeper.ts';

/** How many refused access tokens are remembered, so that none costs two refreshes. */
const mostRejected = 16;

/** Milliseconds. */
const restAfterFailure = 5000;

/**
 * A keeper for the token in one store: an access token whenever asked, however many processes share the store, and no
 * refresh token lost unnoticed.
 *
 * @throws RefrainError `store_not_atomic` for a store that cannot compare and replace
 * @example
 * ```ts
 * const keeper = createTokenKeeper({ store: fileStore({ folder: '.refrain' }), app: { clientId } , seed: { refreshToken } });
 * const response = await keeper.fetch('/v1/me/player/recently-played');
 * ```
 */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const context = contextOf(options);
  const { held, clock, endpoints } = context;
  const { now: stateNow, report, begin, isListening } = createReporter(context, options.onChange);
  const flight = createSingleFlight<Access>();
  const rejectedOnce = new RecentlySeen(mostRejected);
  let remembered: Access | undefined;
  /** Whether the flight that is under way is a person's try. */
  let isTrying = false;
  /** After a flight whose every try failed the next ones send nothing for a moment, so that an outage costs few requests. */
  let rest: { readonly until: number; readonly error: RefrainError } | undefined;
  const restAfter = (error: unknown): void => {
    if (rest && error === rest.error) return;
    rest = isTransient(error) ? { until: clock.now() + restAfterFailure, error } : undefined;
  };

  /** From memory where it is good, else by one flight that all who ask share. */
  const fly = (wish: Wish): Promise<Access> =>
    flight.join(async () => {
      isTrying = wish.now === true;
      await begin();
      const now = clock.now();
      const good = remembered?.token !== wish.rejected && isValid(remembered, now) ? remembered : undefined;
      const resting = rest && now < rest.until && now >= rest.until - restAfterFailure ? rest.error : undefined;
      try {
        const { access, despite } = await obtain({ ...wish, resting: wish.now ? undefined : resting }, context);
        remembered = access;
        restAfter(despite);
        return access;
      } catch (error) {
        restAfter(error);
        // A store that is away, or holds what nobody can read, costs nobody a token that is still good.
        if (good && !wish.now && (isStoreTrouble(error) || isUnreadable(error))) return good;
        throw error;
      } finally {
        await report();
        await warnIfDue();
        keepSaving(context, report);
        isTrying = false;
      }
    });

  const accessToken: TokenKeeper['accessToken'] = async ({ signal, rejected } = {}) => {
    signal?.throwIfAborted();
    for (;;) {
      if (remembered && remembered.token !== rejected && isFresh(remembered, clock.now())) return remembered.token;
      if (rejected !== undefined && rejectedOnce.has(rejected) && remembered?.token === rejected) {
        throw new RefrainError('access_token_expired');
      }
      if (isTrying) {
        // A person's try may fail where this call need not: it gives nobody what is still valid.
        await untilAborted(flight.settled(), signal);
        continue;
      }
      const isOwn = !flight.isUnderWay();
      const { token } = await untilAborted(fly({ rejected }), signal);
      if (rejected !== undefined && isOwn) rejectedOnce.add(rejected);
      if (token !== rejected) return token;
    }
  };

  /** Gives the warning that is due, once among all who share the token. A store that is away is no reason to fail. */
  async function warnIfDue(): Promise<void> {
    // A warning that nobody hears would be lost to those who listen elsewhere.
    if (!isListening) return;
    let before: WarningDays | undefined;
    try {
      for (;;) {
        const seen = await held.read();
        const due = isLive(seen.record) ? warningDue(seen.record.token, clock.now()) : undefined;
        if (!isLive(seen.record) || due === undefined) return;
        before = seen.record.token.warned;
        if (await held.replace(warned(seen.record, due), seen)) break;
      }
    } catch {
      return;
    }
    await report({ before });
  }

  /** Writes until it stands, whatever others write meanwhile. */
  async function put(change: (seen: Seen) => KeptRecord | undefined, seenBy = () => held.read()): Promise<void> {
    for (;;) {
      const seen = await seenBy();
      const next = change(seen);
      if (!next || (await held.replace(next, seen))) break;
    }
    await report();
  }

  return {
    accessToken,
    fetch: createBearerFetch(accessToken, endpoints, context.fetch),
    async state() {
      await currentRecord(context).catch((error: unknown) => {
        // What is known is told all the same, a new token above all that could not be saved.
        if (!held.newest || !isStoreTrouble(error)) throw error;
      });
      await report();
      return stateNow();
    },
    async adopt(consent, facts = {}) {
      if (!(consent instanceof TokenSet))
        throw new TypeError('A consent is a TokenSet, as it came: a copy has no tokens.');
      const { refreshToken, grant } = consent;
      if (!refreshToken || grant === 'temporary' || grant === 'client_credentials') {
        throw new RefrainError('refresh_token_missing');
      }
      const hash = await hashOf(refreshToken);
      await put(
        ({ record }) => {
          const clientId = context.clientId ?? record?.clientId;
          if (!clientId) throw new RefrainError('client_id_missing');
          const { scopes, askedScopes, authorizedAt } = consent;
          const access = accessOf(consent);
          const clientSecret = facts.clientSecret ?? (record?.clientId === clientId ? record.clientSecret : undefined);
          const { account } = facts;
          const token = { refreshToken, hash, grant, scopes, askedScopes, authorizedAt, access };
          const { accountsUrl } = endpoints;
          return takeIn(record, {
            ...token,
            accountsUrl,
            clientId,
            clientSecret,
            account,
            now: clock.now(),
            isConsent: true,
          });
        },
        () => held.readToReplace(),
      );
      remembered = accessOf(consent);
      rest = undefined;
    },
    async tryNow({ inDoubt } = {}) {
      do await flight.settled();
      while (flight.isUnderWay());
      await fly({ now: true, inDoubt });
    },
    async note(facts) {
      await put(({ record }) => (isLive(record) ? noted(record, facts) : undefined));
    },
    async secrets() {
      for (;;) {
        const seen = await currentRecord(context);
        const { record } = seen;
        if (!isLive(record)) return undefined;
        const { refreshToken, authorizedAt } = record.token;
        const known = handedOut(record, await hashOf(refreshToken));
        if (known && !(await held.replace(known, seen))) continue;
        const needsSecret = credentialFor(record, context) === 'client_secret';
        const clientSecret = needsSecret ? (context.clientSecret ?? record.clientSecret) : undefined;
        return new KeptSecrets({ clientId: record.clientId, clientSecret, refreshToken, authorizedAt });
      }
    },
    async watch(signal) {
      while (!signal.aborted) {
        await report();
        await warnIfDue();
        const authorizedAt = held.newest?.token?.authorizedAt;
        await clock.wait(untilNextWarning(authorizedAt, clock.now()), { signal, background: true });
      }
    },
    async forget() {
      await put(({ record }) => (isLive(record) ? forgotten(record) : undefined));
      remembered = undefined;
    },
  };
}

function contextOf(options: TokenKeeperOptions): KeeperContext {
  const { store, app, seed, endpoints = spotify, fetch = globalThis.fetch, clock = systemClock } = options;
  if (typeof store?.read !== 'function' || typeof store.replace !== 'function')
    throw new RefrainError('store_not_atomic');
  return {
    held: new HeldRecord(store, () => clock.now()),
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

function isTransient(error: unknown): error is RefrainError {
  const codes = ['network', 'timed_out', 'spotify_unavailable', 'answer_unreadable', 'answer_too_large'];
  return error instanceof RefrainError && codes.includes(error.code);
}

function isUnreadable(error: unknown): boolean {
  return error instanceof RefrainError && (error.code === 'record_corrupt' || error.code === 'record_newer');
}

function isStoreTrouble(error: unknown): boolean {
  return error instanceof RefrainError && (error.code === 'store_failed' || error.code === 'store_unsafe');
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
