import type { PageContext } from '../../shared/page-context.ts';
import type { Result } from '../result/result.ts';

/**
 * Renews a refresh token: goes to Spotify for a new consent, with the same app, grant and scopes. Scopes that are not
 * known are those of the form.
 */
export async function renewToken({ clientId, grant, mode, tokens }: Result, page: PageContext): Promise<void> {
  const { fill, read } = page.form;
  const { askedScopes, scopes } = tokens.value;
  const wanted = askedScopes.length > 0 ? askedScopes : (scopes ?? read().scopes);
  const values = { clientId, grant: grant ?? 'authorization_code_pkce', scopes: wanted };
  fill(values, mode);
  await page.connect();
}
