import type { TokenEndpointResponse } from 'oauth4webapi';

/** The fields of every answer with tokens, under our names. Times are epoch milliseconds. */
export interface TokenFields {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly obtainedAt: number;
  readonly accessTokenExpiresAt: number | undefined;
}

/**
 * Reads the fields of an answer with tokens (RFC 6749 section 5.1).
 * @param sentAt when the request was sent, epoch milliseconds. The lifetime counts from it, so the token is never used
 * too long.
 */
export function tokenFieldsOf(answer: TokenEndpointResponse, sentAt: number): TokenFields {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    scopes: answer.scope === undefined ? undefined : [...new Set(answer.scope.split(/\s+/).filter(Boolean))],
    obtainedAt: sentAt,
    accessTokenExpiresAt: answer.expires_in === undefined ? undefined : sentAt + answer.expires_in * 1000,
  };
}
