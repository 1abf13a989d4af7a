import type { AuthenticatedClient } from './client-authentication.ts';
import { consentLifetime } from '../state/consents.ts';
import { accessTokenLifetime, type TokenFamily } from '../state/ledger.ts';
import { createChallenge, isWellFormedVerifier } from './pkce.ts';
import { TokenRefusal } from './token-refusals.ts';
import type { World } from '../state/world.ts';

type Fields = ReadonlyMap<string, string>;
type TokenAnswer = Readonly<Record<string, string | number>>;
type TokenGrant = (fields: Fields, client: AuthenticatedClient, world: World) => TokenAnswer | Promise<TokenAnswer>;

/** One function for each `grant_type` that Spotify supports. */
export const tokenGrants: ReadonlyMap<string, TokenGrant> = new Map<string, TokenGrant>([
  ['authorization_code', exchangeCode],
  ['refresh_token', refresh],
  ['client_credentials', clientCredentials],
]);

async function exchangeCode(fields: Fields, client: AuthenticatedClient, world: World): Promise<TokenAnswer> {
  const value = fields.get('code');
  const redirectUri = fields.get('redirect_uri');
  if (!value) throw new TokenRefusal('codeMissing');
  if (!redirectUri) throw new TokenRefusal('redirectUriMissing');
  const code = world.ledger.codes.get(value);
  if (!code || code.used || code.clientId !== client.app.clientId) throw new TokenRefusal('codeInvalid');
  if (world.clock.now() >= code.expiresAt) throw new TokenRefusal('codeExpired');
  if (code.redirectUri !== redirectUri) throw new TokenRefusal('redirectUriInvalid');
  await checkVerifier(fields.get('code_verifier'), code.codeChallenge, client);
  // Other requests can run during that check, and one may have used the same code.
  if (code.used) throw new TokenRefusal('codeInvalid');
  code.used = true;
  const { clientId, listenerId, scopes, consentGivenAt } = code;
  const boundToSecret = client.secretShown;
  const family: TokenFamily = { clientId, listenerId, scopes, consentGivenAt, boundToSecret, revoked: false };
  return {
    access_token: world.ledger.issueAccessToken(client.app, listenerId, scopes),
    token_type: 'Bearer',
    expires_in: accessTokenLifetime / 1000,
    refresh_token: world.ledger.issueRefreshToken(family),
    scope: scopes.join(' '),
  };
}

/** Checks that the client that exchanges a code is the one that asked for it: by PKCE, or by the client secret. */
async function checkVerifier(
  codeVerifier: string | undefined,
  codeChallenge: string | undefined,
  { secretShown }: AuthenticatedClient,
): Promise<void> {
  if (codeChallenge === undefined) {
    if (!secretShown) throw new TokenRefusal('clientMissing');
    // A verifier without a challenge is a downgrade (RFC 9700 section 4.8.2).
    if (codeVerifier) throw new TokenRefusal('verifierIncorrect');
    return;
  }
  if (!codeVerifier) throw new TokenRefusal('verifierRequired');
  if (!isWellFormedVerifier(codeVerifier)) throw new TokenRefusal('verifierInvalid');
  if ((await createChallenge(codeVerifier)) !== codeChallenge) throw new TokenRefusal('verifierIncorrect');
}

function refresh(fields: Fields, client: AuthenticatedClient, world: World): TokenAnswer {
  const value = fields.get('refresh_token');
  if (!value) throw new TokenRefusal('refreshTokenMissing');
  const token = world.ledger.refreshTokens.get(value);
  if (!token || token.family.clientId !== client.app.clientId) throw new TokenRefusal('refreshTokenInvalid');
  const { family } = token;
  if (family.boundToSecret && !client.secretShown) throw new TokenRefusal('boundToSecret');
  if (token.spent) family.revoked = true;
  if (family.revoked) throw new TokenRefusal('refreshTokenRevoked');
  if (world.clock.now() >= family.consentGivenAt + consentLifetime) {
    const expired = world.settings.overdueRefreshTokenSays === 'expired';
    throw new TokenRefusal(expired ? 'refreshTokenExpired' : 'refreshTokenRevoked');
  }
  const rotates = client.app.rotates ?? world.settings.rotatesRefreshTokens;
  token.spent = rotates;
  return {
    access_token: world.ledger.issueAccessToken(client.app, family.listenerId, family.scopes),
    token_type: 'Bearer',
    expires_in: accessTokenLifetime / 1000,
    ...(rotates && { refresh_token: world.ledger.issueRefreshToken(family) }),
    ...(world.settings.refreshAnswersScope && { scope: family.scopes.join(' ') }),
  };
}

function clientCredentials(_fields: Fields, client: AuthenticatedClient, world: World): TokenAnswer {
  if (!client.secretShown) throw new TokenRefusal('clientMissing');
  return {
    access_token: world.ledger.issueAccessToken(client.app, undefined, []),
    token_type: 'Bearer',
    expires_in: accessTokenLifetime / 1000,
  };
}
