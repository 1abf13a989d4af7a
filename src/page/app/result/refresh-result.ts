import { refreshTokens } from '../../../grants/refresh.ts';
import type { PageContext } from '../../shared/page-context.ts';
import type { Result } from './result.ts';
import { refreshUnlessLeft } from '../unless-left.ts';

/**
 * Gets another access token. If another refresh token comes with it, that one is shown, and said first; whatever
 * fails, the tokens that are there stay.
 * @throws RefrainError what `refreshTokens` throws
 */
export async function refreshResult(result: Result, page: PageContext, clientSecret?: string): Promise<void> {
  const before = result.tokens.value;
  if (before.refreshToken === undefined) return;
  const tokens = await refreshUnlessLeft(
    refreshTokens({
      clientId: result.clientId,
      clientSecret,
      refreshToken: before.refreshToken,
      authorizedAt: before.authorizedAt,
      grant: before.grant,
      askedScopes: before.askedScopes,
      scopes: before.scopes,
      endpoints: result.endpoints,
      fetch: page.fetch,
      now: page.now,
    }),
  );
  if (!tokens) return;
  result.tokens.value = tokens;
  if (tokens.rotated) {
    result.copied.value = false;
    result.replaced.value = true;
    page.announce('Spotify sent a new refresh token as well: keep that one.');
  } else {
    page.announce('A new access token is there. The refresh token stays the same.');
  }
}
