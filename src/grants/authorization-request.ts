import type { Endpoints } from '../spotify/endpoints.ts';
import type { ConsentGrant } from './grant.ts';
import { codeChallengeOf, createRandomString } from './pkce.ts';

/**
 * One request for consent: plain data, which can be saved as JSON until its callback arrives. Use it for one sign-in
 * only.
 */
export interface AuthorizationRequest {
  readonly grant: ConsentGrant;
  readonly clientId: string;
  /** Sent to `/authorize` and to the token endpoint, exactly the same. */
  readonly redirectUri: string;
  /** Empty for public data only. */
  readonly scopes: readonly string[];
  /** Connects the callback with this request (RFC 6749 section 10.12): 256 random bits, base64url. */
  readonly state: string;
  /** The PKCE secret (RFC 7636 section 4.1): 256 random bits, base64url. It is sent to the token endpoint only. */
  readonly codeVerifier: string;
}

/** Creates a request for consent with a new state and code verifier, from the platform's `crypto`. */
export function createAuthorizationRequest(
  options: Omit<AuthorizationRequest, 'state' | 'codeVerifier'>,
): AuthorizationRequest {
  const { grant, clientId, redirectUri, scopes } = options;
  return {
    grant,
    clientId,
    redirectUri,
    scopes: [...scopes],
    state: createRandomString(),
    codeVerifier: createRandomString(),
  };
}

/**
 * Builds the address of Spotify's consent page. Navigate to it: `fetch` does not work there. It always uses PKCE, and
 * always `show_dialog=true`, because only a new consent is sure to start a new six months.
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
