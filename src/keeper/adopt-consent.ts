import { RefrainError } from '../errors/refrain-error.ts';
import { TokenSet } from '../grants/token-set.ts';
import { day } from '../text/durations.ts';
import { cleanValue } from '../text/values/clean-value.ts';
import { earliestConsent } from '../text/values/consent-date.ts';
import { applyConsent } from './record/changes.ts';
import { hashToken } from './record/record.ts';
import { toAccess } from './record/refresh-changes.ts';
import { hashSeed, type KeeperContext } from './refresh/context.ts';
import type { Access } from './refresh/obtain.ts';
import type { TokenKeeper } from './token-keeper.ts';

type AdoptedFacts = NonNullable<Parameters<TokenKeeper['adopt']>[1]>;

/**
 * Saves the tokens of a new consent in place of the stored ones.
 * @returns the access token
 * @throws as `TokenKeeper.adopt` says
 */
export async function adoptConsent(
  consent: TokenSet,
  { account, clientSecret: givenSecret, replaces = [] }: AdoptedFacts,
  context: KeeperContext,
): Promise<Access> {
  if (!(consent instanceof TokenSet)) {
    throw new TypeError('adopt() takes the TokenSet itself. A copy of it has no tokens.');
  }
  const { refreshToken, grant, scopes, askedScopes, rotated: rotates } = consent;
  if (!refreshToken || grant === 'temporary' || grant === 'client_credentials') {
    throw new RefrainError('refresh_token_missing');
  }
  const { cache, clock, endpoints } = context;
  // A clock that was not set gives a date before 2020.
  const authorizedAt = Number(consent.authorizedAt) >= earliestConsent ? consent.authorizedAt : undefined;
  const access = toAccess(consent);
  // The seed is older than this consent, so mark it as seen: it must not replace the new token.
  const seen = [refreshToken, ...replaces.filter((token) => token !== undefined)];
  const hashes = [...(await Promise.all(seen.map(hashToken))), ...(await hashSeed(context))];
  const token = { refreshToken, hashes, grant, scopes, askedScopes, authorizedAt, access, account, rotates };
  await cache.update(
    (record) => {
      const clientId = context.clientId ?? record?.clientId;
      if (!clientId) throw new RefrainError('client_id_missing');
      const clientSecret =
        cleanValue(givenSecret ?? '') || (record?.clientId === clientId ? record.clientSecret : undefined);
      const app = { accountsUrl: endpoints.accountsUrl, clientId, clientSecret };
      const now = clock.now();
      // Far from this clock is what Spotify's clock says: see `exchangeCode`.
      const isClockWrong = grant && authorizedAt !== undefined && Math.abs(authorizedAt - now) > day;
      return applyConsent(record, { ...token, ...app, now, consentAt: isClockWrong ? authorizedAt : now });
    },
    () => cache.readToReplace(),
  );
  return access;
}
