import { exampleCallFor } from './call.ts';
import { shellLines } from './shell.ts';
import type { Snippet, SnippetOptions } from './snippet.ts';

/**
 * bash and curl (7.55 or newer: `-H @-`). The whole stands in a here-document, so that it works from a file
 * and pasted into any shell, and a failure ends the script and not the terminal.
 */
export function curlSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const lines = shellLines(options, {
    say: 'echo "$1" >&2',
    setIt: (variable) => `Set it without a trace in your history: read -rs ${variable}; export ${variable}`,
    onAccessToken: [],
    onNewToken: [
      `(umask 077; printf '%s\\n' "$new_token" > spotify-refresh-token.new)`,
      `echo 'Spotify sent a new refresh token. It is in spotify-refresh-token.new: put it where SPOTIFY_REFRESH_TOKEN comes from, then delete the file.' >&2`,
    ],
    onReply: [`printf '%s\\n' "$reply"`],
  });
  return {
    name: 'curl',
    fileName: `${call.slug}.sh`,
    language: 'bash',
    text: ["bash <<'END'", ...lines, 'END', ''].join('\n'),
  };
}
