/** How somebody came to the page, by its address. The address itself holds none of it any longer where it must not. */
export type PageAddress =
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams; readonly fragment: URLSearchParams }
  | { readonly kind: 'link'; readonly parameters: URLSearchParams; readonly secret: boolean };

/** Says what an address is: Spotify's callback, or a link that may fill the form (its secrets taken out). Pure. */
export function parseAddress(search: string, hash: string): PageAddress {
  const parameters = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const isCallback = ['code', 'error', 'state'].some((name) => parameters.has(name) || fragment.has(name));
  let secret = false;
  for (const where of [parameters, fragment]) {
    // A list first: what is deleted while it is walked makes the walk skip its neighbour.
    for (const name of new Set(where.keys())) {
      if (!/(secret|token|password|verifier)$/i.test(name)) continue;
      secret ||= where.getAll(name).some(Boolean);
      where.delete(name);
    }
  }
  // What the implicit grant answered, with a state or without: a token in an address, not a callback of ours.
  const answersError = parameters.has('code') || parameters.has('error') || fragment.has('error');
  if (isCallback && (answersError || !secret)) return { kind: 'callback', parameters, fragment };
  if (secret) for (const name of ['state', 'token_type', 'expires_in']) parameters.delete(name);
  return { kind: 'link', parameters, secret };
}

/** What the script in the head left for this one: see head.js. */
export interface HeadState {
  readonly pressed: readonly EventTarget[];
  readonly note: (event: Event) => void;
  readonly search?: string;
  readonly hash?: string;
}

/** Takes the arrival out of the address, so that a code or a secret is in no address bar and no history from here on. */
export function takeAddress(here: Window & { refrain?: HeadState }): {
  arrival: PageAddress;
  early: HeadState | undefined;
} {
  const early = here.refrain;
  delete here.refrain;
  const { search, hash, pathname } = here.location;
  const arrival = parseAddress(early?.search ?? search, early?.hash ?? hash);
  if (arrival.kind === 'callback' || arrival.secret) here.history.replaceState(here.history.state, '', pathname);
  return { arrival, early };
}
