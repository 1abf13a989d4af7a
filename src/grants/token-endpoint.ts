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
import { ask, parseJsonObject, type Sending } from '../http/ask.ts';
import { redactSecrets } from '../http/redact.ts';
import { checkNotBusy } from '../http/retry-after.ts';

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

/** Spotify's accounts service, described for oauth4webapi. */
export function authorizationServer({ accountsUrl }: Endpoints): AuthorizationServer {
  return { issuer: accountsUrl, token_endpoint: `${accountsUrl}/api/token` };
}

/** The fields of an error response of the token endpoint (RFC 6749 section 5.2), and its HTTP status. */
export interface TokenErrorResponse {
  readonly error: string;
  /** Empty if there is none. It changes without notice, so it must decide wording only. */
  readonly description: string;
  readonly status: number;
}

/** The fields of every answer with tokens, under our names. Times are epoch milliseconds. */
interface TokenFields {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly obtainedAt: number;
  readonly accessTokenExpiresAt: number | undefined;
}

/** How the answer to one kind of request is read. */
export interface AnswerRules {
  /** The error code of `invalid_grant`, which depends on what was sent. */
  readonly invalidGrant: (refusal: TokenErrorResponse) => ErrorCode;
  /** Secrets that were sent, to be removed from the error's text. */
  readonly secrets: readonly (string | undefined)[];
}

/**
 * Reads an answer of the token endpoint (RFC 6749 sections 5.1 and 5.2). Harmless deviations are accepted: an empty refresh
 * token, a lifetime that is a string, a missing token type, an error with status 200.
 * @param sentAt when the request was sent, epoch milliseconds. The lifetime counts from it, so the token is never used too
 * long
 * @throws RefrainError `rate_limited`, `quota_exceeded`, `spotify_unavailable`, `token_request_refused`,
 * `answer_unreadable`, and the code for Spotify's error
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

/** The tokens, or Spotify's error. Throws if the answer is neither. */
async function readTokenAnswer(
  response: Response,
  sentAt: number,
  now: number,
): Promise<TokenFields | TokenErrorResponse> {
  const { status } = response;
  const text = await response.text();
  checkNotBusy(response, text, now);
  const body = parseJsonObject(text);
  const { error, error_description: description } = body;
  if (typeof error === 'string' && error) {
    return { error, description: typeof description === 'string' ? description : '', status };
  }
  // An error in the form of the Web API, which does not belong here, is still a refusal.
  if (error && typeof error === 'object' && status >= 400) throw new RefrainError('token_request_refused');
  if (!response.ok || error) throw new RefrainError('answer_unreadable');
  return readTokens(body, sentAt);
}

function readTokens(body: Record<string, unknown>, sentAt: number): TokenFields {
  const { access_token, token_type, expires_in, refresh_token, scope } = body;
  const isBearer = !token_type || (typeof token_type === 'string' && token_type.toLowerCase() === 'bearer');
  if (!isToken(access_token) || !isBearer) throw new RefrainError('answer_unreadable');
  return {
    accessToken: access_token,
    refreshToken: isToken(refresh_token) ? refresh_token : undefined,
    // RFC 6749 appendix A.4 allows a few characters more. What controls a terminal is not a scope.
    scopes:
      typeof scope === 'string'
        ? [...new Set(scope.split(/\s+/).filter((name) => /^[\w:./-]+$/.test(name)))]
        : undefined,
    obtainedAt: sentAt,
    accessTokenExpiresAt: isLifetime(expires_in) ? sentAt + expires_in * 1000 : undefined,
  };
}

/** Tokens are printable ASCII, spaces included (RFC 6749 appendix A.12 and A.17). Only spaces are not a token. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^ *[!-~][ -~]*$/.test(value);
}

/** Seconds. */
const [shortestLifetime, longestLifetime] = [1, 24 * 60 * 60];

/** Whether a lifetime in seconds is plausible. Spotify's is an hour. */
function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value >= shortestLifetime && value <= longestLifetime;
}
