import { refreshTokens } from '../../../grants/refresh.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import type { Result } from './result.ts';
import { refreshUnlessLeft } from '../unless-left.ts';

/**
 * Gets a new access token. If Spotify also replaces the refresh token, the new one is shown first. If it fails, the
 * tokens on the page stay.
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
    page.announce(appText.accessToken.refreshedBoth);
  } else {
    page.announce(appText.accessToken.refreshed);
  }
}
