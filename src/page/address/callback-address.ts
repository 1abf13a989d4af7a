/** What the address of the page says: a callback of Spotify, or a link that may fill the form. */
export type PageAddress =
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams; readonly fragment: URLSearchParams }
  | { readonly kind: 'link'; readonly parameters: URLSearchParams; readonly hasSecret: boolean };

/** Parses an address. Secrets in a link are removed, not used. Pure. */
export function parseAddress(search: string, hash: string): PageAddress {
  const parameters = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const isCallback = ['code', 'error', 'state'].some((name) => parameters.has(name) || fragment.has(name));
  let hasSecret = false;
  for (const part of [parameters, fragment]) {
    // A copy of the names: deleting during the iteration would skip the next one.
    for (const name of new Set(part.keys())) {
      if (!/(secret|token|password|verifier)$/i.test(name)) continue;
      hasSecret ||= part.getAll(name).some(Boolean);
      part.delete(name);
    }
  }
  // A token in the address, with or without a state, is an answer of the implicit grant: not our callback.
  const answersError = parameters.has('code') || parameters.has('error') || fragment.has('error');
  if (isCallback && (answersError || !hasSecret)) return { kind: 'callback', parameters, fragment };
  if (hasSecret) for (const name of ['state', 'token_type', 'expires_in']) parameters.delete(name);
  return { kind: 'link', parameters, hasSecret };
}

/** What head.js leaves for start.ts. */
export interface HeadState {
  readonly pressed: readonly EventTarget[];
  readonly note: (event: Event) => void;
  readonly search?: string;
  readonly hash?: string;
}

/** Parses the address, and removes a callback or a secret from the address bar and the history. */
export function takeAddress(target: Window & { refrain?: HeadState }): {
  address: PageAddress;
  early: HeadState | undefined;
} {
  const early = target.refrain;
  delete target.refrain;
  const { search, hash, pathname } = target.location;
  const address = parseAddress(early?.search ?? search, early?.hash ?? hash);
  if (address.kind === 'callback' || address.hasSecret) target.history.replaceState(target.history.state, '', pathname);
  return { address, early };
}
