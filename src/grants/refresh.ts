import { processRefreshTokenResponse, refreshTokenGrantRequest } from 'oauth4webapi';
import type { ErrorCode } from '../errors/explanations.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { Grant } from './grant.ts';
import { judgeTokenAnswer, sendTokenRequest, type TokenRefusal, type TokenRequest } from './token-endpoint.ts';
import { tokenFieldsOf } from './token-fields.ts';
import { refreshTokenEnd, TokenSet } from './token-set.ts';

/** A refresh token to be used; `clientSecret` for one that was got with the secret, and for no other. */
export interface Refresh extends TokenRequest {
  readonly refreshToken: string;
  /** When consent was given, epoch milliseconds; undefined if not known. It decides what a refusal means. */
  readonly authorizedAt?: number | undefined;
  /** How the token was got, if known; the answer is marked so. */
  readonly grant?: Grant | undefined;
  /** The scopes that were asked for, if known. */
  readonly askedScopes?: readonly string[] | undefined;
  /** The scopes granted so far, if known: an answer that names none grants the same (RFC 6749 section 5.1). */
  readonly scopes?: readonly string[] | undefined;
}

/**
 * Sends a refresh token to the token endpoint (RFC 6749 section 6).
 * @throws RefrainError `refresh_token_refused` for an empty one (nothing is sent), and whatever stops an answer
 */
export async function requestRefresh(refresh: Refresh): Promise<Response> {
  if (!refresh.refreshToken) throw new RefrainError('refresh_token_refused');
  return sendTokenRequest(refresh, (server, client, authentication, options) =>
    refreshTokenGrantRequest(server, client, authentication, refresh.refreshToken, options),
  );
}

/**
 * Judges the answer to a refresh.
 *
 * @param sentAt when the refresh token was sent, epoch milliseconds
 * @returns tokens with the refresh token to keep: the new one if one came (`rotated`), else the one that was sent
 * @throws RefrainError `refresh_token_expired` (refused, its six months over), `refresh_token_suspect` (refused though
 * younger: keep it), `refresh_token_refused` (its age is not known), `invalid_client`, …
 * @see https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
 */
export async function judgeRefreshAnswer(response: Response, refresh: Refresh, sentAt: number): Promise<TokenSet> {
  const answer = await judgeTokenAnswer(response, refresh, {
    process: processRefreshTokenResponse,
    invalidGrant: (refusal) => meaningOf(refusal, refresh.authorizedAt, sentAt),
    secrets: [refresh.refreshToken],
  });
  const { refreshToken = refresh.refreshToken, scopes = refresh.scopes, ...fields } = tokenFieldsOf(answer, sentAt);
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

function meaningOf({ status }: TokenRefusal, authorizedAt: number | undefined, now: number): ErrorCode {
  // Spotify refuses a token with 400. Anything else may be an outage speaking, and costs nobody a token.
  if (status !== 400 && status !== 200) return 'token_request_refused';
  if (authorizedAt === undefined) return 'refresh_token_refused';
  return now >= refreshTokenEnd(authorizedAt) ? 'refresh_token_expired' : 'refresh_token_suspect';
}

/**
 * Gets a new access token for a refresh token: one request, never repeated unasked. Where Spotify rotates, save the new
 * refresh token before the access token is used.
 *
 * @throws RefrainError as `requestRefresh` and `judgeRefreshAnswer` do
 */
export async function refreshTokens(refresh: Refresh): Promise<TokenSet> {
  const sentAt = refresh.now();
  return judgeRefreshAnswer(await requestRefresh(refresh), refresh, sentAt);
}
