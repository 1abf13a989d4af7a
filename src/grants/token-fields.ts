import type { TokenEndpointResponse } from 'oauth4webapi';

/** What every answer with tokens says, in our words. */
export interface TokenFields {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly obtainedAt: number;
  readonly accessTokenExpiresAt: number | undefined;
}

/**
 * Reads an answer that was judged good.
 * @param sentAt when the request was sent, epoch milliseconds: its lifetime counts from there, so never too long
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
