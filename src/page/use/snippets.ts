import { curlSnippet } from './snippets/curl.ts';
import { ghSecretSetSnippet } from './snippets/gh-secret-set.ts';
import { githubActionsSnippet } from './snippets/github-actions.ts';
import { javaScriptSnippet } from './snippets/javascript.ts';
import { pythonSnippet } from './snippets/python.ts';
import type { Snippet, SnippetOptions } from './snippets/snippet.ts';

export type { Snippet, SnippetOptions } from './snippets/snippet.ts';

/**
 * Programs that use the token which was just got: each complete, right for its grant, with the reader's own client ID
 * in it, and with secrets and tokens from the environment (`SPOTIFY_REFRESH_TOKEN`, `SPOTIFY_CLIENT_SECRET`,
 * `SPOTIFY_ACCESS_TOKEN`). What is missing there is said, with an exit code other than 0.
 * A temporary access token is dead in an hour: nothing is to be scheduled with it, so it has no workflow and no secret.
 */
export function snippetsFor(options: SnippetOptions): readonly Snippet[] {
  const everywhere = [curlSnippet(options), javaScriptSnippet(options), pythonSnippet(options)];
  return options.grant === 'temporary'
    ? everywhere
    : [...everywhere, githubActionsSnippet(options), ghSecretSetSnippet(options)];
}
