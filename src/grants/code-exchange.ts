import { authorizationCodeGrantRequest, processAuthorizationCodeResponse } from 'oauth4webapi';
import type { ErrorCode } from '../errors/explanations.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { checkedParameters, type CheckedCallback } from './callback.ts';
import { judgeTokenAnswer, sendTokenRequest, type TokenRefusal, type TokenRequest } from './token-endpoint.ts';
import { tokenFieldsOf } from './token-fields.ts';
import { TokenSet } from './token-set.ts';

/** A consent that was given, about to become tokens. */
export interface CodeExchange extends Omit<TokenRequest, 'clientId'> {
  readonly request: AuthorizationRequest;
  readonly callback: CheckedCallback;
  /** When consent was given (the callback came), epoch milliseconds. Default: now. */
  readonly authorizedAt?: number | undefined;
}

/** Only the grant `authorization_code` uses the secret; the others never send it, even where one is at hand. */
function tokenRequestOf(exchange: CodeExchange): TokenRequest {
  const { clientId, grant } = exchange.request;
  return { ...exchange, clientId, clientSecret: grant === 'authorization_code' ? exchange.clientSecret : undefined };
}

/**
 * Sends the code to the token endpoint, with the verifier and, for `authorization_code`, the secret
 * (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
 *
 * @throws RefrainError `invalid_client` if the secret is due and missing (nothing is sent), `state_mismatch` if the
 * callback was checked for another request, and whatever stops an answer: `network`, `timed_out`, …
 */
export async function requestTokenForCode(exchange: CodeExchange): Promise<Response> {
  const { request, callback } = exchange;
  const parameters = checkedParameters(callback, request);
  const tokenRequest = tokenRequestOf(exchange);
  if (request.grant === 'authorization_code' && !tokenRequest.clientSecret) throw new RefrainError('invalid_client');
  return sendTokenRequest(tokenRequest, (server, client, authentication, options) =>
    authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      parameters,
      request.redirectUri,
      request.codeVerifier,
      options,
    ),
  );
}

/**
 * Judges the answer to a code.
 *
 * @param sentAt when the code was sent, epoch milliseconds: the hour of the access token counts from there
 * @returns tokens; without a refresh token for `temporary` (it is dropped), or where none came (`lacksRefreshToken`)
 * @throws RefrainError with what Spotify's refusal means, e.g. `authorization_code_expired`, `client_secret_wrong`
 */
export async function judgeCodeAnswer(response: Response, exchange: CodeExchange, sentAt: number): Promise<TokenSet> {
  const { request, callback, authorizedAt = sentAt } = exchange;
  const code = checkedParameters(callback, request).get('code') ?? undefined;
  const answer = await judgeTokenAnswer(response, tokenRequestOf(exchange), {
    process: processAuthorizationCodeResponse,
    invalidGrant: meaningOf,
    secrets: [code, request.codeVerifier],
  });
  const { refreshToken, ...fields } = tokenFieldsOf(answer, sentAt);
  return new TokenSet({
    ...fields,
    refreshToken: request.grant === 'temporary' ? undefined : refreshToken,
    grant: request.grant,
    askedScopes: request.scopes,
    authorizedAt,
  });
}

function meaningOf({ description }: TokenRefusal): ErrorCode {
  if (/redirect/i.test(description)) return 'redirect_uri_changed';
  if (/verifier|challenge|pkce/i.test(description)) return 'code_verifier_wrong';
  return /expired/i.test(description) ? 'authorization_code_expired' : 'authorization_code_invalid';
}

/**
 * Exchanges a checked callback for tokens: one request, never repeated unasked.
 *
 * @throws RefrainError as `requestTokenForCode` and `judgeCodeAnswer` do
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow
 */
export async function exchangeCode(exchange: CodeExchange): Promise<TokenSet> {
  const sentAt = exchange.now();
  return judgeCodeAnswer(await requestTokenForCode(exchange), exchange, sentAt);
}
