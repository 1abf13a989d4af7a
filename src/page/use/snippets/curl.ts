import { exampleCallFor } from './call.ts';
import { shellLines } from './shell.ts';
import type { Snippet, SnippetOptions } from './snippet.ts';

/**
 * bash and curl (7.55 or newer, for `-H @-`). All of it is a here-document, so that it works as a file and pasted into any
 * shell, and an error ends the script instead of closing the terminal.
 */
export function curlSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const lines = shellLines(options, {
    report: 'echo "$1" >&2',
    howToSet: (variable) => `Set it without saving it in your history: read -rs ${variable}; export ${variable}`,
    onAccessToken: [],
    onNewToken: [
      `(umask 077; printf '%s\\n' "$new_token" > spotify-refresh-token.new)`,
      `echo 'Spotify sent a new refresh token and it is saved in spotify-refresh-token.new. Set SPOTIFY_REFRESH_TOKEN to it, then delete the file.' >&2`,
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
