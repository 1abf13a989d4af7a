import type { Grant } from '../../../grants/grant.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';

export interface SnippetOptions {
  /** The grant decides what a refresh needs. */
  readonly grant: Grant;
  /** Written into the snippet. A secret or a token never is. */
  readonly clientId: string;
  /** The granted scopes, or those asked for if Spotify did not list them. They decide which request the snippet makes. */
  readonly scopes: readonly string[];
  readonly endpoints: Endpoints;
  /** The address of the filled-in form. The error text names it if a new sign-in is needed. */
  readonly formUrl?: string | undefined;
}

export interface Snippet {
  readonly name: 'refrain' | 'JavaScript' | 'Python' | 'curl';
  readonly fileName: string;
  readonly language: 'bash' | 'javascript' | 'python';
  readonly text: string;
}

/** The variable that holds the token, for each grant. */
export const tokenVariable: Record<Grant, string | undefined> = {
  authorization_code_pkce: 'SPOTIFY_REFRESH_TOKEN',
  authorization_code: 'SPOTIFY_REFRESH_TOKEN',
  temporary: 'SPOTIFY_ACCESS_TOKEN',
  client_credentials: undefined,
};

/** Whether the grant gives a refresh token that is kept. */
export const hasRefreshToken = (grant: Grant): boolean => tokenVariable[grant] === 'SPOTIFY_REFRESH_TOKEN';

/** Whether the client secret is needed, from `SPOTIFY_CLIENT_SECRET`. */
export const needsSecret = (grant: Grant): boolean => grant === 'authorization_code' || grant === 'client_credentials';

/** All environment variables that a snippet of this grant reads, in the order of use. */
export const variablesOf = (grant: Grant): readonly string[] =>
  [tokenVariable[grant], needsSecret(grant) ? 'SPOTIFY_CLIENT_SECRET' : undefined].filter((name) => name !== undefined);

/** The end of a program in JavaScript: the function by which it stops with an error. */
export const failLines = ['function fail(message) {', '  console.error(message);', '  process.exit(1);', '}', ''];

/** The error text of every snippet if Spotify rejects the refresh token. */
export const refusedText =
  'Spotify rejected the refresh token. It is older than six months, the app was removed from the account, or it belongs to another client ID.';

export const signInText = ({ formUrl }: SnippetOptions): string =>
  formUrl === undefined ? 'Sign in again for a new one.' : `Sign in again for a new one: ${formUrl}`;

/** The error text if a temporary access token has expired. */
export const expiredText = 'The access token has expired. It is valid for an hour.';

/** The comment above the code that saves a new refresh token. */
export const newTokenComment =
  'Most apps keep their first refresh token. If Spotify sends a new one, the old one may stop working.';
