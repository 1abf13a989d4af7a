import { curlSnippet } from './snippets/curl.ts';
import { ghSecretSetSnippet } from './snippets/gh-secret-set.ts';
import { githubActionsSnippet } from './snippets/github-actions.ts';
import { javaScriptSnippet } from './snippets/javascript.ts';
import { pythonSnippet } from './snippets/python.ts';
import type { Snippet, SnippetOptions } from './snippets/snippet.ts';

export type { Snippet, SnippetOptions } from './snippets/snippet.ts';

/**
 * Complete programs that use a token of this grant. The client ID is in them. Secrets and tokens come from the environment
 * (`SPOTIFY_REFRESH_TOKEN`, `SPOTIFY_CLIENT_SECRET`, `SPOTIFY_ACCESS_TOKEN`); if one is missing, the program says so and
 * exits with a code other than 0.
 * A temporary access token expires in an hour, so there is no workflow for it and no secret to save.
 */
export function snippetsFor(options: SnippetOptions): readonly Snippet[] {
  const everywhere = [curlSnippet(options), javaScriptSnippet(options), pythonSnippet(options)];
  return options.grant === 'temporary'
    ? everywhere
    : [...everywhere, githubActionsSnippet(options), ghSecretSetSnippet(options)];
}
