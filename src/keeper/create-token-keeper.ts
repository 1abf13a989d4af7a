import { TokenSet } from '../grants/token-set.ts';
import { earliestConsent } from '../text/values/consent-date.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createBearerFetch } from './bearer-fetch.ts';
import { createNotifier } from './notify.ts';
import { applyAccount, applyConsent, applyNote, forget, markUsed } from './record/changes.ts';
import { toAccess } from './record/refresh-changes.ts';
import { hashToken, isLive } from './record/record.ts';
import { day, getConsentTime } from './record/times.ts';
import { createContext, hashSeed, readCurrentRecord } from './refresh/context.ts';
import { getClientSecret } from './refresh/send-refresh.ts';
import { KeptSecrets } from './secrets.ts';
import { isStoreUnavailable } from './stores/store-adapter.ts';
import type { TokenKeeper, TokenKeeperOptions } from './token-keeper.ts';

/**
 * Creates a keeper for the token in one store. It gives access tokens, refreshes once for all processes that share the
 * store, and never loses a refresh token unnoticed.
 *
 * @throws RefrainError `store_not_atomic` if the store has no `read` or no `replace`
 * @example
 * ```ts
 * const keeper = createTokenKeeper({ store: fileStore({ folder: '.refrain' }), app: { clientId }, seed: { refreshToken } });
 * const response = await keeper.fetch('/v1/me/player/recently-played');
 * ```
 */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const context = createContext(options);
  const { cache, clock, endpoints } = context;
  const notifier = createNotifier(context, options.onChange);
  const { getState, notify, watch } = notifier;
  const { accessToken, refreshNow, remember } = createAccessTokens(context, notifier);

  return {
    isTemporary: options.store.isTemporary ?? false,
    accessToken,
    fetch: createBearerFetch(accessToken, endpoints, context.fetch, clock),
    watch,
    refreshNow: ({ evenIfUncertain } = {}) => refreshNow(evenIfUncertain),
    async state() {
      await notifier.start();
      await readCurrentRecord(context).catch((error: unknown) => {
        // If the store is unavailable, report what this process knows, such as a new token that could not be saved.
        if (!cache.newest || !isStoreUnavailable(error)) throw error;
      });
      await notify();
      return getState();
    },
    async adopt(consent, { account, clientSecret: givenSecret, replaces = [] } = {}) {
      if (!(consent instanceof TokenSet)) {
        throw new TypeError('adopt() takes the TokenSet itself. A copy of it has no tokens.');
      }
      const { refreshToken, grant, scopes, askedScopes, rotated } = consent;
      // A clock that was not set gives a date before 2020.
      const authorizedAt = Number(consent.authorizedAt) >= earliestConsent ? consent.authorizedAt : undefined;
      if (!refreshToken || grant === 'temporary' || grant === 'client_credentials') {
        throw new RefrainError('refresh_token_missing');
      }
      const access = toAccess(consent);
      // The seed is older than this consent, so mark it as seen: it must not replace the new token.
      const seen = [refreshToken, ...replaces.filter((token) => token !== undefined)];
      const hashes = [...(await Promise.all(seen.map(hashToken))), ...(await hashSeed(context))];
      const token = {
        refreshToken,
        hashes,
        grant,
        scopes,
        askedScopes,
        authorizedAt,
        access,
        account,
        rotates: rotated,
      };
      await cache.update(
        (record) => {
          const clientId = context.clientId ?? record?.clientId;
          if (!clientId) throw new RefrainError('client_id_missing');
          const clientSecret = givenSecret ?? (record?.clientId === clientId ? record.clientSecret : undefined);
          const app = { accountsUrl: endpoints.accountsUrl, clientId, clientSecret };
          const now = clock.now();
          // Far from this clock is what Spotify's clock says: see `exchangeCode`.
          const isClockWrong = grant && authorizedAt !== undefined && Math.abs(authorizedAt - now) > day;
          return applyConsent(record, { ...token, ...app, now, consentAt: isClockWrong ? authorizedAt : now });
        },
        () => cache.readToReplace(),
      );
      remember(access);
      await notify();
    },
    async setAccount(account) {
      await cache.update((record) => (isLive(record) ? applyAccount(record, account) : undefined));
      await notify();
    },
    async note(label, value) {
      await cache.update((record) => (isLive(record) ? applyNote(record, label, value) : undefined));
      await notify();
    },
    async secrets() {
      for (;;) {
        const current = await readCurrentRecord(context);
        const { record } = current;
        if (!isLive(record)) return undefined;
        const { refreshToken } = record.token;
        const authorizedAt = getConsentTime(record.token, clock.now());
        const marked = markUsed(record, await hashToken(refreshToken));
        if (marked && !(await cache.replace(marked, current))) continue;
        const clientSecret = getClientSecret(record, context);
        return new KeptSecrets({ clientId: record.clientId, clientSecret, refreshToken, authorizedAt });
      }
    },
    async forget() {
      const { accountsUrl } = endpoints;
      const { clientId } = context;
      const hashes = await hashSeed(context);
      await cache.update(
        (record, { isUnreadable = false }) =>
          forget(record, { accountsUrl, clientId, hashes, isUnreadable, now: clock.now() }),
        () => cache.readToReplace(),
      );
      remember(undefined);
      await notify();
    },
  };
}
