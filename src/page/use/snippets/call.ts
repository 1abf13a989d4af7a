import type { SnippetOptions } from './snippet.ts';

/** The Web API request that a snippet makes, and what its answer holds. */
export interface ExampleCall {
  readonly kind: 'plays' | 'account' | 'track';
  /** For comments: `what you played last`. */
  readonly what: string;
  /** Below `/v1`. */
  readonly path: string;
  /** The whole address, for one entry of a list. */
  readonly url: string;
  /** For file names. */
  readonly slug: string;
}

/**
 * A request that the token is allowed to make: the last play if the scopes include it, or else the account, which every
 * user's token can read. Without a user it is a track, since development mode still allows single items.
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
export function exampleCallFor({ grant, scopes, endpoints }: SnippetOptions): ExampleCall {
  const at = (path: string, query = '') => ({ path, url: `${endpoints.apiUrl}/v1${path}${query}` });
  if (grant === 'client_credentials') {
    return { kind: 'track', what: 'a track', slug: 'track', ...at('/tracks/3n3Ppam7vgaVa1iaRUc9Lp') };
  }
  return scopes.includes('user-read-recently-played')
    ? {
        kind: 'plays',
        what: 'what you played last',
        slug: 'plays',
        ...at('/me/player/recently-played', '?limit=1'),
      }
    : { kind: 'account', what: 'the account of the token', slug: 'account', ...at('/me') };
}
