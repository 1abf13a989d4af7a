import { readTypedClientId } from '../form/read-client-id.ts';
import { formPartsText } from '../text/form-parts-text.ts';
import type { Link, ScopeChoices } from './link.ts';

/** The parameters that a link may have. */
const linkParameters: readonly string[] = ['client_id', 'grant', 'scope', 'renew', 'lang'];

/**
 * What the page ignores in a link, as texts to show, once each: unknown names, and client IDs and grants after the first.
 * It loads later than `link.ts`, because few links need it.
 * @param used what `readLink` read
 * @param lang the language that head.js has found in `lang`, whose region and case do not matter; another is ignored
 */
export function ignoredIn(parameters: URLSearchParams, used: Link, { scopes }: ScopeChoices, lang?: string): string[] {
  const { inLink } = formPartsText;
  const ignored = new Set<string>();
  const add = (text: (name: string) => string, names: Iterable<string>, isUsed: (name: string) => boolean) => {
    for (const name of names) if (name && !isUsed(name)) ignored.add(text(shorten(name)));
  };
  add(inLink.parameter, parameters.keys(), (name) => linkParameters.includes(name));
  add(inLink.clientId, parameters.getAll('client_id').map(readTypedClientId), (name) => name === used.clientId);
  add(inLink.grant, parameters.getAll('grant'), (name) => name === used.grant);
  const named = parameters.getAll('scope').flatMap((value) => value.split(/[\s,]+/));
  add(inLink.scope, named, (name) => name === 'all' || scopes.includes(name));
  add(inLink.lang, parameters.getAll('lang'), (name) => name.toLowerCase().split(/[-_]/)[0] === lang);
  return [...ignored];
}

/** A name from a link, made short and harmless enough to show. */
function shorten(name: string): string {
  const clean = name.replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ').trim();
  return clean.length > 40 ? `${[...clean].slice(0, 40).join('')}…` : clean;
}
