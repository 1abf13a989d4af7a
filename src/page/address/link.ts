import { grants, type Grant } from '../../grants/grant.ts';
import { readClientId } from '../../text/values/client-id.ts';
import type { FormValues } from '../shared/page-context.ts';

/** What the form may hold, as the page itself knows it: the first script loads no table. */
export interface ScopeChoices {
  /** Every scope, in display order. */
  readonly scopes: readonly string[];
  /** The scopes of the default preset. */
  readonly defaultScopes: readonly string[];
}

/** What a link asks for. What it does not name is undefined. */
export interface Link {
  readonly clientId?: string;
  readonly grant?: Grant;
  readonly scopes?: readonly string[];
  /** What is dropped, once each, in words to show: names that nobody here knows, client IDs and grants after the first. */
  readonly unknown: readonly string[];
}

const defaultGrant: Grant = 'authorization_code_pkce';

const isGrant = (name: string): name is Grant => grants.some((grant) => grant === name);

/** Reads the parameters of a link: `client_id`, `grant`, `scope` (repeated, or several in one; `all`; an empty one: none). */
export function readLink(parameters: URLSearchParams, choices: ScopeChoices): Link {
  const unknown = new Set<string>();
  const [clientId, ...more] = new Set(parameters.getAll('client_id').map(readClientId).filter(Boolean));
  const wanted = parameters.getAll('grant').filter(Boolean);
  const grant = wanted.find(isGrant);
  const named = parameters.getAll('scope');
  const names = named.flatMap((value) => value.split(/[\s,]+/)).filter(Boolean);
  for (const name of parameters.keys()) {
    if (!['client_id', 'grant', 'scope'].includes(name)) unknown.add(`parameter ${quoteName(name)}`);
  }
  for (const other of more) unknown.add(`client ID ${quoteName(other)}`);
  for (const name of wanted) if (name !== grant) unknown.add(`grant ${quoteName(name)}`);
  for (const name of names) {
    if (name !== 'all' && !choices.scopes.includes(name)) unknown.add(`scope ${quoteName(name)}`);
  }
  const scopes = choices.scopes.filter((name) => names.includes('all') || names.includes(name));
  // Nothing but names that nobody knows: not a wish for none.
  const wishes = scopes.length > 0 || (named.length > 0 && names.length === 0);
  return {
    ...(clientId ? { clientId } : {}),
    ...(grant ? { grant } : {}),
    ...(wishes ? { scopes } : {}),
    unknown: [...unknown],
  };
}

/** The query (with its `?`, or empty) that says what the form holds; what is the default anyway is left out. */
export function writeLink({ clientId, grant, scopes }: FormValues, choices: ScopeChoices): string {
  const parameters = new URLSearchParams();
  if (clientId) parameters.set('client_id', clientId);
  if (grant !== defaultGrant) parameters.set('grant', grant);
  if (!isSameSet(scopes, choices.defaultScopes)) {
    const all = isSameSet(scopes, choices.scopes);
    for (const scope of all ? ['all'] : scopes.length > 0 ? scopes : ['']) parameters.append('scope', scope);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** Whether two lists hold the isSameSet, in whatever order. Neither holds anything twice. */
export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}

/** A name out of a link, short and harmless enough to be shown. */
function quoteName(name: string): string {
  const tidy = name.replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ').trim();
  return `“${tidy.length > 40 ? `${[...tidy].slice(0, 40).join('')}…` : tidy}”`;
}
