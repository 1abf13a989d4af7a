import { TokenSet } from '../grants/token-set.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createBearerFetch } from './bearer-fetch.ts';
import { accessOf, applyAccount, applyNote, forgotten, handedOut, takeIn } from './record/changes.ts';
import { contextOf, currentRecord, seedHashes } from './refresh/context.ts';
import { KeptSecrets } from './secrets.ts';
import { isLive } from './record/record.ts';
import { secretOf } from './refresh/refresh-once.ts';
import { createReporter } from './notify.ts';
import { isStoreAway } from './stores/errors.ts';
import { hashOf } from './record/token-hash.ts';
import type { TokenKeeper, TokenKeeperOptions } from './token-keeper.ts';
import { createWarnings } from './warnings.ts';

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
  const reporter = createReporter(context, options.onChange);
  const { warnIfDue, watch } = createWarnings(context, reporter);
  const { accessToken, refreshNow, remember } = createAccessTokens(context, reporter, warnIfDue);

  return {
    accessToken,
    fetch: createBearerFetch(accessToken, endpoints, context.fetch, clock),
    watch,
    refreshNow: ({ evenIfUncertain } = {}) => refreshNow(evenIfUncertain),
    async state() {
      await currentRecord(context).catch((error: unknown) => {
        // What is known is told all the same, a new token above all that could not be saved.
        if (!held.newest || !isStoreAway(error)) throw error;
      });
      await reporter.report();
      return reporter.now();
    },
    async adopt(consent, { account, clientSecret: givenSecret } = {}) {
      if (!(consent instanceof TokenSet)) {
        throw new TypeError('A consent is a TokenSet, as it came: a copy has no tokens.');
      }
      const { refreshToken, grant, scopes, askedScopes, authorizedAt } = consent;
      if (!refreshToken || grant === 'temporary' || grant === 'client_credentials') {
        throw new RefrainError('refresh_token_missing');
      }
      const access = accessOf(consent);
      // A token in a variable is older than this consent, and is not to come in over it.
      const hashes = [await hashOf(refreshToken), ...(await seedHashes(context))];
      const token = { refreshToken, hashes, grant, scopes, askedScopes, authorizedAt, access, account };
      await held.update(
        (record) => {
          const clientId = context.clientId ?? record?.clientId;
          if (!clientId) throw new RefrainError('client_id_missing');
          const clientSecret = givenSecret ?? (record?.clientId === clientId ? record.clientSecret : undefined);
          const app = { accountsUrl: endpoints.accountsUrl, clientId, clientSecret };
          return takeIn(record, { ...token, ...app, now: clock.now(), isConsent: true });
        },
        () => held.readToReplace(),
      );
      remember(access);
      await reporter.report();
    },
    async setAccount(account) {
      await held.update((record) => (isLive(record) ? applyAccount(record, account) : undefined));
      await reporter.report();
    },
    async note(label, value) {
      await held.update((record) => (isLive(record) ? applyNote(record, label, value) : undefined));
      await reporter.report();
    },
    async secrets() {
      for (;;) {
        const seen = await currentRecord(context);
        const { record } = seen;
        if (!isLive(record)) return undefined;
        const { refreshToken, authorizedAt } = record.token;
        const known = handedOut(record, await hashOf(refreshToken));
        if (known && !(await held.replace(known, seen))) continue;
        const clientSecret = secretOf(record, context);
        return new KeptSecrets({ clientId: record.clientId, clientSecret, refreshToken, authorizedAt });
      }
    },
    async forget() {
      const { accountsUrl } = endpoints;
      const hashes = await seedHashes(context);
      await held.update(
        (record, { isUnreadable = false }) =>
          forgotten(record, { accountsUrl, clientId: context.clientId, hashes, isUnreadable, now: clock.now() }),
        () => held.readToReplace(),
      );
      remember(undefined);
      await reporter.report();
    },
  };
}
