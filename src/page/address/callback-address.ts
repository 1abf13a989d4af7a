import type { Language } from '../text/language.ts';

/** What the address of the page says: a callback of Spotify, or a link that may fill the form. */
export type PageAddress =
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams; readonly fragment: URLSearchParams }
  | { readonly kind: 'link'; readonly parameters: URLSearchParams; readonly secret: LinkSecret | undefined };

/** What a link must not contain. It decides what to do about it. */
export type LinkSecret = 'token' | 'other';

/** Parses an address. Secrets in a link are removed, not used. Pure. */
export function parseAddress(search: string, hash: string): PageAddress {
  const parameters = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const isCallback = ['code', 'error', 'state'].some((name) => parameters.has(name) || fragment.has(name));
  let secret: LinkSecret | undefined;
  for (const part of [parameters, fragment]) {
    // A copy of the names: deleting during the iteration would skip the next one.
    for (const name of new Set(part.keys())) {
      if (!/(secret|token|password|verifier)$/i.test(name)) continue;
      // If there are several, replacing the client secret is the more urgent.
      if (part.getAll(name).some(Boolean) && secret !== 'other') secret = /token$/i.test(name) ? 'token' : 'other';
      part.delete(name);
    }
  }
  // A token in the address, with or without a state, is an answer of the implicit grant: not our callback.
  const answersError = parameters.has('code') || parameters.has('error') || fragment.has('error');
  if (isCallback && (answersError || !secret)) return { kind: 'callback', parameters, fragment };
  if (secret) for (const name of ['state', 'token_type', 'expires_in']) parameters.delete(name);
  return { kind: 'link', parameters, secret };
}

/** What head.js leaves for start.ts. */
export interface HeadState {
  /** The language that the address or the pending sign-in asks for. If it is undefined, the browser decides. */
  readonly lang?: string;
  /** The language of the page while it loads; undefined for English. It becomes undefined if it fails to load. */
  readonly language?: Promise<Language | undefined>;
  readonly pressed: readonly EventTarget[];
  readonly note: (event: Event) => void;
  readonly search?: string;
  readonly hash?: string;
}

/**
 * Parses the address, and removes a callback or a secret from the address bar and the history.
 * @param callbackPath a second path of the page. Its place in the history becomes the page's own folder.
 */
export function takeAddress(
  target: Window & { refrain?: HeadState },
  callbackPath?: string,
): {
  address: PageAddress;
  early: HeadState | undefined;
} {
  const early = target.refrain;
  delete target.refrain;
  const { search, hash, pathname } = target.location;
  const address = parseAddress(early?.search ?? search, early?.hash ?? hash);
  const path = pathname === callbackPath ? './' : pathname;
  if (address.kind === 'callback' || address.secret) target.history.replaceState(target.history.state, '', path);
  else if (path !== pathname) target.history.replaceState(target.history.state, '', path + search + hash);
  return { address, early };
}
