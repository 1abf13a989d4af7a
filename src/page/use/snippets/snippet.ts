import type { Grant } from '../../../grants/grant.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';

export interface SnippetOptions {
  /** How the token was got: what a refresh needs follows from it. */
  readonly grant: Grant;
  /** The reader's own; written into the snippet. A secret or a token never is. */
  readonly clientId: string;
  /** The scopes granted (where the answer did not say: those asked for). They pick the call that the snippet makes. */
  readonly scopes: readonly string[];
  readonly endpoints: Endpoints;
  /** The address that fills the form again, told to whoever has to sign in again. */
  readonly formUrl?: string | undefined;
}

export interface Snippet {
  readonly name: 'curl' | 'JavaScript' | 'Python' | 'GitHub Actions' | 'gh secret set';
  readonly fileName: string;
  readonly language: 'bash' | 'javascript' | 'python' | 'yaml';
  readonly text: string;
}

/** The variable that each grant's snippets live on, and what a refresh (or a new token) is authenticated with. */
export const tokenVariable: Record<Grant, string | undefined> = {
  authorization_code_pkce: 'SPOTIFY_REFRESH_TOKEN',
  authorization_code: 'SPOTIFY_REFRESH_TOKEN',
  temporary: 'SPOTIFY_ACCESS_TOKEN',
  client_credentials: undefined,
};

/** Whether the client secret is needed, from `SPOTIFY_CLIENT_SECRET`. */
export const needsSecret = (grant: Grant): boolean => grant === 'authorization_code' || grant === 'client_credentials';

/** All environment variables that a snippet of this grant reads, in the order of use. */
export const variablesOf = (grant: Grant): readonly string[] =>
  [tokenVariable[grant], needsSecret(grant) ? 'SPOTIFY_CLIENT_SECRET' : undefined].filter((name) => name !== undefined);

/** What to do when Spotify refuses the refresh token: said by every snippet in the same words. */
export const refusedText =
  'Spotify refused the refresh token. It ended six months after the consent, or the app was removed, or it belongs to another client ID.';

export const signInText = ({ formUrl }: SnippetOptions): string =>
  formUrl === undefined ? 'Sign in again for a new one.' : `Sign in again for a new one: ${formUrl}`;
