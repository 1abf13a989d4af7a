import { grants, type Grant } from '../../grants/grant.ts';
import { isClientId } from '../../text/values/client-id.ts';
import { readTypedClientId } from '../form/read-client-id.ts';
import type { FormValues } from '../shared/page-context.ts';

/** The scopes that the form offers, read from the page: the first script does not load the tables. */
export interface ScopeChoices {
  /** Every scope, in display order. */
  readonly scopes: readonly string[];
  /** The scopes of the default preset. */
  readonly defaultScopes: readonly string[];
}

/** The values of a link. What it does not name is undefined. What is ignored of it: see `ignored.ts`. */
export interface Link {
  readonly clientId?: string;
  readonly grant?: Grant;
  readonly scopes?: readonly string[];
  /** Whether it asks to sign in again: Connect says *Renew*. */
  readonly isRenewal?: true;
}

const defaultGrant: Grant = 'authorization_code_pkce';

const isGrant = (name: string): name is Grant => grants.some((grant) => grant === name);

/** Reads `client_id`, `grant`, `renew` and `scope` (repeated, or several in one; `all`; an empty one for none). */
export function readLink(parameters: URLSearchParams, choices: ScopeChoices): Link {
  const clientId = parameters.getAll('client_id').map(readTypedClientId).find(Boolean);
  const grant = parameters.getAll('grant').find(isGrant);
  const named = parameters.getAll('scope');
  const names = named.flatMap((value) => value.split(/[\s,]+/)).filter(Boolean);
  const scopes = choices.scopes.filter((name) => names.includes('all') || names.includes(name));
  // A link that names only unknown scopes does not ask for no scopes.
  const hasScopes = scopes.length > 0 || (named.length > 0 && names.length === 0);
  return {
    ...(clientId ? { clientId } : {}),
    ...(grant ? { grant } : {}),
    ...(hasScopes ? { scopes } : {}),
    ...(parameters.has('renew') ? { isRenewal: true } : {}),
  };
}

/** The query of the form's values, with its `?`, or an empty string. Default values are left out. */
export function writeLink(
  {
    clientId,
    grant,
    scopes,
    isRenewal = false,
    lang,
  }: FormValues & { readonly isRenewal?: boolean; readonly lang?: string | undefined },
  choices: ScopeChoices,
): string {
  const parameters = new URLSearchParams();
  // The box may hold a secret by mistake, and the address goes to the page's host on reload.
  if (isClientId(clientId)) parameters.set('client_id', clientId);
  if (grant !== defaultGrant) parameters.set('grant', grant);
  if (!isSameSet(scopes, choices.defaultScopes)) {
    const isAll = isSameSet(scopes, choices.scopes);
    for (const scope of isAll ? ['all'] : scopes.length > 0 ? scopes : ['']) parameters.append('scope', scope);
  }
  if (lang) parameters.set('lang', lang);
  if (isRenewal) parameters.set('renew', '');
  return parameters.size > 0 ? `?${parameters}`.replace(/renew=$/, 'renew') : '';
}

/** Whether two lists have the same items, in any order. Neither has an item twice. */
export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
