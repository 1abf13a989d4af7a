import { clientCredentialsGrantRequest } from 'oauth4webapi';
import { RefrainError } from '../errors/refrain-error.ts';
import { judgeTokenAnswer, sendTokenRequest, type TokenRequest } from './token-endpoint.ts';
import { TokenSet } from './token-set.ts';

/** An app that requests a token for itself, without a user. */
export interface ClientCredentialsRequest extends TokenRequest {
  readonly clientSecret: string;
}

/**
 * Sends a client credentials request to the token endpoint (RFC 6749 section 4.4).
 * @throws RefrainError `invalid_client` if the secret is empty, `client_id_missing`, `endpoint_refused` (nothing is
 * sent); `network`, `timed_out`, `answer_too_large`, `answer_unreadable`
 */
export async function requestClientCredentialsToken(request: ClientCredentialsRequest): Promise<Response> {
  if (!request.clientSecret) throw new RefrainError('invalid_client');
  return sendTokenRequest(request, (server, client, authentication, options) =>
    clientCredentialsGrantRequest(server, client, authentication, {}, options),
  );
}

/**
 * Reads the answer to a client credentials request.
 * @param sentAt when the request was sent, epoch milliseconds; the lifetime counts from it
 * @throws RefrainError `client_secret_wrong`, `invalid_client`, `token_request_refused`, `rate_limited`,
 * `quota_exceeded`, `spotify_unavailable`, `answer_unreadable`
 */
export async function judgeClientCredentialsAnswer(
  response: Response,
  request: ClientCredentialsRequest,
  sentAt: number,
): Promise<TokenSet> {
  const fields = await judgeTokenAnswer(response, request, sentAt, {
    invalidGrant: () => 'token_request_refused',
    secrets: [],
  });
  return new TokenSet({ ...fields, refreshToken: undefined, grant: 'client_credentials' });
}

/**
 * Gets an access token for catalogue data, valid for an hour. It sends one request and does not retry. Without a user
 * there is no refresh token, and `/v1/me` does not work.
 *
 * @throws RefrainError like `requestClientCredentialsToken` and `judgeClientCredentialsAnswer`
 * @see https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow
 */
export async function getClientCredentialsToken(request: ClientCredentialsRequest): Promise<TokenSet> {
  const sentAt = request.now();
  return judgeClientCredentialsAnswer(await requestClientCredentialsToken(request), request, sentAt);
}
