import { clientCredentialsGrantRequest, processClientCredentialsResponse } from 'oauth4webapi';
import { RefrainError } from '../errors/refrain-error.ts';
import { judgeTokenAnswer, sendTokenRequest, type TokenRequest } from './token-endpoint.ts';
import { tokenFieldsOf } from './token-fields.ts';
import { TokenSet } from './token-set.ts';

/** An app that asks for a token of its own, without any listener. */
export interface ClientCredentialsRequest extends TokenRequest {
  readonly clientSecret: string;
}

/**
 * Asks the token endpoint in the app's own name (RFC 6749 section 4.4).
 * @throws RefrainError `invalid_client` without a secret (nothing is sent), and whatever stops an answer
 */
export async function requestClientCredentialsToken(request: ClientCredentialsRequest): Promise<Response> {
  if (!request.clientSecret) throw new RefrainError('invalid_client');
  return sendTokenRequest(request, (server, client, authentication, options) =>
    clientCredentialsGrantRequest(server, client, authentication, {}, options),
  );
}

/**
 * Judges the answer.
 * @param sentAt when the request was sent, epoch milliseconds
 * @throws RefrainError `client_secret_wrong`, `invalid_client`, …
 */
export async function judgeClientCredentialsAnswer(
  response: Response,
  request: ClientCredentialsRequest,
  sentAt: number,
): Promise<TokenSet> {
  const answer = await judgeTokenAnswer(response, request, {
    process: processClientCredentialsResponse,
    invalidGrant: () => 'token_request_refused',
    secrets: [],
  });
  return new TokenSet({ ...tokenFieldsOf(answer, sentAt), refreshToken: undefined, grant: 'client_credentials' });
}

/**
 * Gets an access token for catalogue data, good for an hour: one request, never repeated unasked.
 * There is no listener, hence no refresh token and no `/me`.
 *
 * @throws RefrainError as the two functions above do
 * @see https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow
 */
export async function getClientCredentialsToken(request: ClientCredentialsRequest): Promise<TokenSet> {
  const sentAt = request.now();
  return judgeClientCredentialsAnswer(await requestClientCredentialsToken(request), request, sentAt);
}
