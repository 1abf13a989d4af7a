import {
  allowInsecureRequests,
  ClientSecretPost,
  customFetch,
  None,
  ResponseBodyError,
  type AuthorizationServer,
  type Client,
  type ClientAuth,
  type TokenEndpointRequestOptions,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import type { Endpoints } from '../spotify/endpoints.ts';
import type { ErrorCode } from '../errors/explanations.ts';
import { isSafeForSecrets } from '../spotify/loopback.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import { ask, type Sending } from '../http/ask.ts';
import { redactSecrets } from '../http/redact.ts';
import { authorizationServer } from './authorization-server.ts';
import { normaliseTokenAnswer } from './token-answer.ts';

/** Who asks for a token, of whom, and how. */
export interface TokenRequest extends Sending {
  readonly clientId: string;
  /** Sent in the body, which spares a browser the preflight that a header would cost. */
  readonly clientSecret?: string | undefined;
  readonly endpoints: Endpoints;
  /** The clock, epoch milliseconds. */
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
 * @throws RefrainError `client_id_missing`, `endpoint_refused`, and whatever `ask` throws
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

type Process = (server: AuthorizationServer, client: Client, response: Response) => Promise<TokenEndpointResponse>;

/** Spotify's refusal of a token, as it came. */
export interface TokenRefusal {
  readonly error: string;
  /** For the choice of words only: it changes without notice. */
  readonly description: string;
  readonly status: number;
}

/** What one kind of request adds to the judgement of its answer. */
export interface Judgement {
  readonly process: Process;
  /** The meaning of `invalid_grant`, which depends on what was sent. */
  readonly invalidGrant: (refusal: TokenRefusal) => ErrorCode;
  /** What was sent and must not come back in an error's words. */
  readonly secrets: readonly (string | undefined)[];
}

/**
 * Judges an answer of the token endpoint: tokens, or the RefrainError that says why not.
 * @see https://developer.spotify.com/documentation/web-api/concepts/api-calls and RFC 6749 section 5.2
 */
export async function judgeTokenAnswer(
  response: Response,
  request: Pick<TokenRequest, 'clientId' | 'clientSecret' | 'endpoints' | 'now'>,
  judgement: Judgement,
): Promise<TokenEndpointResponse> {
  const { status } = response;
  const normalised = await normaliseTokenAnswer(response, request.now());
  try {
    return await judgement.process(authorizationServer(request.endpoints), { client_id: request.clientId }, normalised);
  } catch (thrown) {
    if (!(thrown instanceof ResponseBodyError)) throw new RefrainError('answer_unreadable');
    const refusal = { error: thrown.error, description: thrown.error_description ?? '', status };
    const said = refusal.description ? `${refusal.error}: ${refusal.description}` : refusal.error;
    const code = refusal.error === 'invalid_grant' ? judgement.invalidGrant(refusal) : codeOf(refusal);
    throw new RefrainError(code, { spotifySaid: redactSecrets(said, [request.clientSecret, ...judgement.secrets]) });
  }
}

function codeOf({ error, description }: TokenRefusal): ErrorCode {
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
