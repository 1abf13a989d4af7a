import type { SnippetOptions } from './snippet.ts';

/** The Web API call that a snippet makes with its access token, and where the answer holds what it prints. */
export interface ExampleCall {
  readonly kind: 'plays' | 'account' | 'track';
  /** For comments: "what you played last". */
  readonly what: string;
  readonly url: string;
  /** For file names. */
  readonly slug: string;
}

/**
 * What the token can do: the last play where the scopes open it, else the account, which every listener's token opens.
 * Without a listener it is a track, one of the single items that development mode leaves open.
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
export function exampleCallFor({ grant, scopes, endpoints }: SnippetOptions): ExampleCall {
  const at = (path: string) => `${endpoints.apiUrl}/v1${path}`;
  if (grant === 'client_credentials') {
    return { kind: 'track', what: 'a track', slug: 'track', url: at('/tracks/3n3Ppam7vgaVa1iaRUc9Lp') };
  }
  return scopes.includes('user-read-recently-played')
    ? {
        kind: 'plays',
        what: 'what you played last',
        slug: 'last-played',
        url: at('/me/player/recently-played?limit=1'),
      }
    : { kind: 'account', what: 'whose token it is', slug: 'account', url: at('/me') };
}
