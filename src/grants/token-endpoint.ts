import {
  allowInsecureRequests,
  ClientSecretPost,
  customFetch,
  None,
  type AuthorizationServer,
  type Client,
  type ClientAuth,
  type TokenEndpointRequestOptions,
} from 'oauth4webapi';
import { type Endpoints, isSafeForSecrets } from '../spotify/endpoints.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import { ask, type Sending } from '../http/ask.ts';
import { redactSecrets } from '../http/redact.ts';
import { readTokenAnswer, type TokenErrorResponse, type TokenFields } from './token-answer.ts';

/** What every request to the token endpoint needs. */
export interface TokenRequest extends Sending {
  readonly clientId: string;
  /** Sent in the body: an `Authorization` header would cost a browser a preflight request. */
  readonly clientSecret?: string | undefined;
  readonly endpoints: Endpoints;
  /** The current time, epoch milliseconds. */
  readonly now: () => number;
}

type Send = (
  server: AuthorizationServer,
  client: Client,
  authentication: ClientAuth,
  options: TokenEndpointRequestOptions,
) => Promise<Response>;

/**
 * Sends one request to the token endpoint with oauth4webapi.
 * @throws RefrainError `client_id_missing`, `endpoint_refused`, and what `ask` throws
 */
export async function sendTokenRequest(request: TokenRequest, send: Send): Promise<Response> {
  if (!request.clientId) throw new RefrainError('client_id_missing');
  const server = authorizationServer(request.endpoints);
  if (!isSafeForSecrets(new URL(request.endpoints.accountsUrl))) throw new RefrainError('endpoint_refused');
  const authentication = request.clientSecret ? ClientSecretPost(request.clientSecret) : None();
  return send(server, { client_id: request.clientId }, authentication, {
    [customFetch]: (url, init) => ask(url, init, request),
    [allowInsecureRequests]: true,
  });
}

/** How the answer to one kind of request is read. */
export interface AnswerRules {
  /** The error code of `invalid_grant`, which depends on what was sent. */
  readonly invalidGrant: (refusal: TokenErrorResponse) => ErrorCode;
  /** Secrets that were sent, to be removed from the error's text. */
  readonly secrets: readonly (string | undefined)[];
}

/**
 * Reads an answer of the token endpoint (RFC 6749 sections 5.1 and 5.2).
 * @param sentAt when the request was sent, epoch milliseconds; the lifetime counts from it
 * @throws RefrainError what `readTokenAnswer` throws, and the code for Spotify's error
 * @see https://developer.spotify.com/documentation/web-api/concepts/api-calls
 */
export async function judgeTokenAnswer(
  response: Response,
  request: Pick<TokenRequest, 'clientSecret' | 'now'>,
  sentAt: number,
  rules: AnswerRules,
): Promise<TokenFields> {
  const answer = await readTokenAnswer(response, sentAt, request.now());
  if (!('error' in answer)) return answer;
  const { error, description } = answer;
  const said = description ? `${error}: ${description}` : error;
  const code = error === 'invalid_grant' ? rules.invalidGrant(answer) : codeOf(answer);
  throw new RefrainError(code, { spotifySaid: redactSecrets(said, [request.clientSecret, ...rules.secrets]) });
}

function codeOf({ error, description }: TokenErrorResponse): ErrorCode {
  switch (error) {
    case 'invalid_client':
      return /secret/i.test(description) ? 'client_secret_wrong' : 'invalid_client';
    case 'invalid_request':
    case 'unsupported_grant_type':
      return error;
    default:
      return 'token_request_refused';
  }
}

/** Spotify's accounts service, described for oauth4webapi. */
export function authorizationServer({ accountsUrl }: Endpoints): AuthorizationServer {
  return { issuer: accountsUrl, token_endpoint: `${accountsUrl}/api/token` };
}
