import { shortCurl } from './short/curl.ts';
import { shortJavaScript } from './short/javascript.ts';
import type { ShortProgram } from './short/program.ts';
import { shortPython } from './short/python.ts';
import { shortRefrain } from './short/refrain.ts';
import { curlSnippet } from './snippets/curl.ts';
import { javaScriptSnippet } from './snippets/javascript.ts';
import { pythonSnippet } from './snippets/python.ts';
import { refrainSnippet } from './snippets/refrain.ts';
import { hasRefreshToken, type Snippet, type SnippetOptions } from './snippets/snippet.ts';

/** A program in two lengths. */
export interface Program extends ShortProgram {
  /** The same with errors handled: a file that is ready to run. */
  readonly whole: Snippet;
}

/**
 * Programs that use a token of this grant. The client ID is in them. Secrets and tokens come from the environment
 * (`SPOTIFY_REFRESH_TOKEN`, `SPOTIFY_CLIENT_SECRET`, `SPOTIFY_ACCESS_TOKEN`). The keeper of `refrain` keeps a refresh token,
 * so it comes first if there is one.
 */
export function programsFor(options: SnippetOptions): readonly Program[] {
  const refrain = { ...shortRefrain(options), whole: refrainSnippet(options) };
  return [
    ...(hasRefreshToken(options.grant) ? [refrain] : []),
    { ...shortJavaScript(options), whole: javaScriptSnippet(options) },
    { ...shortPython(options), whole: pythonSnippet(options) },
    { ...shortCurl(options), whole: curlSnippet(options) },
  ];
}
