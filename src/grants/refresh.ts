import { refreshTokenGrantRequest } from 'oauth4webapi';
import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { Grant } from './grant.ts';
import { judgeTokenAnswer, sendTokenRequest, type TokenErrorResponse, type TokenRequest } from './token-endpoint.ts';
import { refreshTokenEnd, TokenSet } from './token-set.ts';

/** A refresh token and what is needed to use it. Give `clientSecret` only if the token was obtained with the secret. */
export interface TokenRefresh extends TokenRequest {
  readonly refreshToken: string;
  /** When consent was given, epoch milliseconds; undefined if unknown. It decides which error a refused token gives. */
  readonly authorizedAt?: number | undefined;
  /** How the token was obtained, if known; the new `TokenSet` gets the same grant. */
  readonly grant?: Grant | undefined;
  /** The scopes that were requested, if known. */
  readonly askedScopes?: readonly string[] | undefined;
  /** The scopes granted so far, if known. They stay the same if the answer has no scope (RFC 6749 section 5.1). */
  readonly scopes?: readonly string[] | undefined;
}

/**
 * Sends a refresh token to the token endpoint (RFC 6749 section 6).
 * @throws RefrainError `refresh_token_refused` if the token is empty, `client_id_missing`, `endpoint_refused` (nothing
 * is sent); `network`, `timed_out`, `answer_too_large`, `answer_unreadable`
 */
export async function requestRefresh(refresh: TokenRefresh): Promise<Response> {
  if (!refresh.refreshToken) throw new RefrainError('refresh_token_refused');
  return sendTokenRequest(refresh, (server, client, authentication, options) =>
    refreshTokenGrantRequest(server, client, authentication, refresh.refreshToken, options),
  );
}

/**
 * Reads the answer to a refresh.
 *
 * @param sentAt when the refresh token was sent, epoch milliseconds; the lifetime of the access token counts from it
 * @returns tokens with the refresh token to keep: the one in the answer (`rotated` if it is another), otherwise the one sent
 * @throws RefrainError `refresh_token_expired` (refused on or after day 180), `refresh_token_suspect` (rejected early:
 * keep the token), `refresh_token_refused` (refused, age unknown), `client_secret_wrong`, `invalid_client`,
 * `invalid_request`, `token_request_refused`, `rate_limited`, `quota_exceeded`, `spotify_unavailable`,
 * `answer_unreadable`
 * @see https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
 */
export async function judgeRefreshAnswer(response: Response, refresh: TokenRefresh, sentAt: number): Promise<TokenSet> {
  const answer = await judgeTokenAnswer(response, refresh, sentAt, {
    invalidGrant: (refusal) => codeOfInvalidGrant(refusal, refresh.authorizedAt, sentAt),
    secrets: [refresh.refreshToken],
  });
  const { refreshToken = refresh.refreshToken, scopes = refresh.scopes, ...fields } = answer;
  return new TokenSet({
    ...fields,
    scopes,
    refreshToken,
    rotated: refreshToken !== refresh.refreshToken,
    grant: refresh.grant,
    askedScopes: refresh.askedScopes,
    authorizedAt: refresh.authorizedAt,
  });
}

function codeOfInvalidGrant({ status }: TokenErrorResponse, authorizedAt: number | undefined, now: number): ErrorCode {
  // Spotify refuses a token with status 400. Another status may come from an outage, so it must not cost a token.
  // https://github.com/metabrainz/listenbrainz-server/issues/1921
  if (status !== 400 && status !== 200) return 'token_request_refused';
  if (authorizedAt === undefined) return 'refresh_token_refused';
  return now >= refreshTokenEnd(authorizedAt) ? 'refresh_token_expired' : 'refresh_token_suspect';
}

/**
 * Gets a new access token for a refresh token. It sends one request and does not retry. If the result is `rotated`,
 * save the new refresh token before you use the access token: the old one may have stopped working.
 *
 * @throws RefrainError like `requestRefresh` and `judgeRefreshAnswer`
 * @see https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
 */
export async function refreshTokens(refresh: TokenRefresh): Promise<TokenSet> {
  const sentAt = refresh.now();
  return judgeRefreshAnswer(await requestRefresh(refresh), refresh, sentAt);
}
