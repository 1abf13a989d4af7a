import { createAccessTokens } from './access-tokens.ts';
import { adoptConsent } from './adopt-consent.ts';
import { createBearerFetch } from './bearer-fetch.ts';
import { createNotifier } from './notify.ts';
import { applyAccount, applyNote, createEmptyRecord, forget, markUsed } from './record/changes.ts';
import { hashToken, isLive } from './record/record.ts';
import { getConsentTime } from './record/times.ts';
import { createContext, hashSeed, readCurrentRecord } from './refresh/context.ts';
import { getClientSecret } from './refresh/send-refresh.ts';
import { KeptSecrets } from './secrets.ts';
import { isStoreUnavailable } from './stores/store-adapter.ts';
import type { TokenKeeper, TokenKeeperOptions } from './token-keeper.ts';

/**
 * Creates a keeper for the token in one store. It gives access tokens, refreshes once for all processes that share the
 * store, and never loses a refresh token unnoticed.
 *
 * @throws RefrainError `store_not_atomic` if the store has no `read` or no `replace`; `endpoint_refused` if an endpoint is
 * not https, or http on loopback; TypeError for an option of the wrong type
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
    async adopt(consent, facts = {}) {
      remember(await adoptConsent(consent, facts, context));
      await notify();
    },
    async prove() {
      const { accountsUrl } = endpoints;
      await cache.update((record) => record ?? createEmptyRecord({ accountsUrl, clientId: context.clientId }));
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
