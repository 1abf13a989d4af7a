import { authorizationCodeGrantRequest } from 'oauth4webapi';
import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { checkedParameters, type CheckedCallback } from './callback.ts';
import { correctTime } from '../http/server-time.ts';
import { judgeTokenAnswer, sendTokenRequest, type TokenErrorResponse, type TokenRequest } from './token-endpoint.ts';
import { TokenSet } from './token-set.ts';

/** What is needed to exchange the code of a callback for tokens. */
export interface CodeExchange extends Omit<TokenRequest, 'clientId'> {
  readonly request: AuthorizationRequest;
  readonly callback: CheckedCallback;
  /**
   * When the callback arrived, which is the time of consent, epoch milliseconds. Default: when the code is sent. If the
   * answer's `Date` header differs by more than a day, the header counts: this machine's clock is wrong.
   */
  readonly authorizedAt?: number | undefined;
}

/** The secret is sent for the grant `authorization_code` only, even if it is known for another grant. */
function tokenRequestOf(exchange: CodeExchange): TokenRequest {
  const { clientId, grant } = exchange.request;
  return { ...exchange, clientId, clientSecret: grant === 'authorization_code' ? exchange.clientSecret : undefined };
}

/**
 * Sends the code to the token endpoint, with the code verifier and, for `authorization_code`, the client secret
 * (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
 *
 * @throws RefrainError `invalid_client` if the secret is needed and missing, `state_mismatch` if the callback was
 * checked for another request, `client_id_missing`, `endpoint_refused` (nothing is sent); `network`, `timed_out`,
 * `answer_too_large`, `answer_unreadable`
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
 * Reads the answer to a code.
 *
 * @param sentAt when the code was sent, epoch milliseconds; the lifetime of the access token counts from it
 * @returns tokens; without a refresh token for `temporary` (it is dropped), or if the answer has none
 * (`lacksRefreshToken`)
 * @throws RefrainError `authorization_code_expired`, `authorization_code_invalid`, `redirect_uri_changed`,
 * `code_verifier_wrong`, `client_secret_wrong`, `invalid_client`, `invalid_request`, `token_request_refused`,
 * `rate_limited`, `quota_exceeded`, `spotify_unavailable`, `answer_unreadable`
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow
 */
export async function judgeCodeAnswer(response: Response, exchange: CodeExchange, sentAt: number): Promise<TokenSet> {
  const { request, callback } = exchange;
  const authorizedAt = correctTime(response.headers, exchange.authorizedAt ?? sentAt);
  const code = checkedParameters(callback, request).get('code') ?? undefined;
  const { refreshToken, ...fields } = await judgeTokenAnswer(response, tokenRequestOf(exchange), sentAt, {
    invalidGrant: codeOfInvalidGrant,
    secrets: [code, request.codeVerifier],
  });
  return new TokenSet({
    ...fields,
    refreshToken: request.grant === 'temporary' ? undefined : refreshToken,
    grant: request.grant,
    askedScopes: request.scopes,
    authorizedAt,
  });
}

/** Spotify does not document these descriptions: the words are from reports. */
function codeOfInvalidGrant({ description }: TokenErrorResponse): ErrorCode {
  if (/redirect/i.test(description)) return 'redirect_uri_changed';
  if (/verifier|challenge|pkce/i.test(description)) return 'code_verifier_wrong';
  return /expired/i.test(description) ? 'authorization_code_expired' : 'authorization_code_invalid';
}

/**
 * Exchanges a checked callback for tokens. It sends one request and does not retry.
 *
 * @throws RefrainError like `requestTokenForCode` and `judgeCodeAnswer`
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow
 */
export async function exchangeCode(exchange: CodeExchange): Promise<TokenSet> {
  const sentAt = exchange.now();
  return judgeCodeAnswer(await requestTokenForCode(exchange), exchange, sentAt);
}
