import type { Endpoints } from '../spotify/endpoints.ts';
import type { ConsentGrant } from './grant.ts';
import { codeChallengeOf, randomToken } from './pkce.ts';

/** One try at getting consent: plain data that can be kept (as JSON) until its callback comes, and for no other use. */
export interface AuthorizationRequest {
  readonly grant: ConsentGrant;
  readonly clientId: string;
  /** Sent to `/authorize` and to the token endpoint, the same string. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Ties the callback to this try; 256 random bits, base64url. */
  readonly state: string;
  /** PKCE's secret of this try (RFC 7636 section 4.1); 256 random bits, base64url. It never leaves but for the token endpoint. */
  readonly codeVerifier: string;
}

/** A new try, with a state and a code verifier of its own (from the platform's `crypto`). */
export function createAuthorizationRequest(
  wanted: Omit<AuthorizationRequest, 'state' | 'codeVerifier'>,
): AuthorizationRequest {
  const { grant, clientId, redirectUri, scopes } = wanted;
  return { grant, clientId, redirectUri, scopes: [...scopes], state: randomToken(), codeVerifier: randomToken() };
}

/**
 * The address that asks for consent. Go there by navigation, never by `fetch`.
 * PKCE always; `show_dialog=true` always, since only a consent that was given anew starts the six months anew.
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow
 */
export async function buildAuthorizationUrl(request: AuthorizationRequest, endpoints: Endpoints): Promise<URL> {
  const url = new URL('/authorize', endpoints.accountsUrl);
  url.search = String(
    new URLSearchParams({
      client_id: request.clientId,
      response_type: 'code',
      redirect_uri: request.redirectUri,
      ...(request.scopes.length ? { scope: request.scopes.join(' ') } : {}),
      state: request.state,
      code_challenge_method: 'S256',
      code_challenge: await codeChallengeOf(request.codeVerifier),
      show_dialog: 'true',
    }),
  );
  return url;
}
