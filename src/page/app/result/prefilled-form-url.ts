import type { PageContext } from '../../shared/page-context.ts';
import type { Result } from './result.ts';

/**
 * The address of the form that renews this token: filled in as for this result, with the button *Renew*. It holds no
 * token and no secret, and no client ID of practice.
 */
export function prefilledFormUrl({ clientId, grant, mode, tokens }: Result, page: PageContext): string {
  const url = new URL(page.home);
  if (mode === 'spotify') url.searchParams.set('client_id', clientId);
  if (grant) url.searchParams.set('grant', grant);
  const { askedScopes, scopes = [] } = tokens.value;
  const wanted = askedScopes.length > 0 ? askedScopes : scopes;
  for (const scope of wanted.length > 0 ? wanted : ['']) url.searchParams.append('scope', scope);
  if (page.lang) url.searchParams.set('lang', page.lang);
  url.searchParams.set('renew', '');
  return url.href;
}
