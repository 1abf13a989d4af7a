import { escapeCurlConfig, quoteShell } from '../../../text/quote.ts';
import { exampleCallFor } from './call.ts';
import {
  expiredText,
  hasRefreshToken,
  needsSecret,
  newTokenComment,
  refusedText,
  signInText,
  variablesOf,
  type Snippet,
  type SnippetOptions,
} from './snippet.ts';

const curlOptions = (more: string) => `-sS --max-time 30 -w '\\n%{http_code}'${more}`;

/** The token request. Secrets go to curl's standard input, because the list of processes shows arguments. */
function tokenRequest({ grant, endpoints }: SnippetOptions): readonly string[] {
  const url = quoteShell(`${endpoints.accountsUrl}/api/token`);
  if (!needsSecret(grant)) {
    return [
      'answer="$(printf %s "$SPOTIFY_REFRESH_TOKEN" |',
      `  curl ${curlOptions('')} ${url} \\`,
      '    -d grant_type=refresh_token \\',
      '    --data-urlencode "client_id=$client_id" \\',
      '    --data-urlencode refresh_token@-)"',
    ];
  }
  const refresh = grant === 'authorization_code';
  return [
    `quoted() { printf %s "$1" | sed 's/[\\\\"]/\\\\&/g'; }`,
    `answer="$(printf 'user = "%s:%s"\\n${refresh ? 'data-urlencode = "refresh_token=%s"\\n' : ''}' \\`,
    `    "$client_id" "$(quoted "$SPOTIFY_CLIENT_SECRET")"${refresh ? ' "$(quoted "$SPOTIFY_REFRESH_TOKEN")"' : ''} |`,
    `  curl ${curlOptions(' -K -')} ${url} \\`,
    `    -d grant_type=${refresh ? 'refresh_token' : 'client_credentials'})"`,
  ];
}

const requireVariable = (variable: string): string => {
  const howToSet = `Set it without saving it in your history: read -rs ${variable}; export ${variable}`;
  return `[ -n "\${${variable}:-}" ] || fail ${quoteShell(`${variable} is not set. ${howToSet}`)}`;
};

function accessTokenLines(snippet: SnippetOptions): readonly string[] {
  const { grant, clientId } = snippet;
  const refresh = hasRefreshToken(grant);
  return [
    `client_id=${quoteShell(needsSecret(grant) ? escapeCurlConfig(clientId) : clientId)}`,
    '',
    '# Get a new access token. It is valid for an hour. curl reads secrets from its standard input,',
    '# because the list of processes shows arguments.',
    ...tokenRequest(snippet),
    `field() { printf '%s\\n' "$answer" | sed -n 's/.*"'"$1"'" *: *"\\([^"]*\\)".*/\\1/p'; }`,
    'access_token="$(field access_token)"',
    'if [ -z "$access_token" ]; then',
    '  case "$(field error)" in',
    ...(refresh ? [`    invalid_grant) fail ${quoteShell(`${refusedText} ${signInText(snippet)}`)} ;;`] : []),
    `    invalid_client) fail 'Spotify does not know this client ID${needsSecret(grant) ? ', or the client secret is wrong' : ''}.' ;;`,
    `    *) fail "Spotify sent no access token: status \${answer##*$'\\n'} $(field error) $(field error_description)" ;;`,
    '  esac',
    'fi',
    ...(refresh
      ? [
          '',
          `# ${newTokenComment}`,
          'new_token="$(field refresh_token)"',
          'if [ -n "$new_token" ] && [ "$new_token" != "$SPOTIFY_REFRESH_TOKEN" ]; then',
          `  (umask 077; printf '%s\\n' "$new_token" > spotify-refresh-token.new)`,
          `  echo 'Spotify sent a new refresh token and it is saved in spotify-refresh-token.new. Set SPOTIFY_REFRESH_TOKEN to it, then delete the file.' >&2`,
          'fi',
        ]
      : []),
  ];
}

/**
 * bash and curl (7.55 or newer, for `-H @-`). All of it is a here-document, so that it works as a file and pasted into any
 * shell, and an error ends the script instead of closing the terminal.
 */
export function curlSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const temporary = options.grant === 'temporary';
  const lines = [
    "bash <<'END'",
    'set -euo pipefail',
    'fail() { echo "$1" >&2; exit 1; }',
    ...variablesOf(options.grant).map(requireVariable),
    ...(temporary ? [] : accessTokenLines(options)),
    '',
    `# Get ${call.what}.`,
    `reply="$(printf 'Authorization: Bearer %s' "$${temporary ? 'SPOTIFY_ACCESS_TOKEN' : 'access_token'}" |`,
    `  curl ${curlOptions(' -H @-')} ${quoteShell(call.url)})"`,
    `status="\${reply##*$'\\n'}"`,
    `reply="\${reply%$'\\n'*}"`,
    ...(temporary ? [`[ "$status" != 401 ] || fail ${quoteShell(`${expiredText} ${signInText(options)}`)}`] : []),
    '[ "$status" = 200 ] || fail "The Web API answered with status $status: ${reply//$\'\\n\'/ }"',
    `printf '%s\\n' "$reply"`,
    'END',
    '',
  ];
  return { name: 'curl', fileName: `${call.slug}.sh`, language: 'bash', text: lines.join('\n') };
}
