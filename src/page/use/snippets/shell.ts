import { escapeCurlConfig, quoteShell } from '../../../text/quote.ts';
import { exampleCallFor } from './call.ts';
import {
  expiredText,
  needsSecret,
  newTokenComment,
  refusedText,
  signInText,
  tokenVariable,
  type SnippetOptions,
} from './snippet.ts';

/** What differs between a terminal and a workflow. */
export interface ShellOptions {
  /** The command that reports the error `$1`. */
  readonly report: string;
  /** What to do if a variable is missing. */
  readonly howToSet: (variable: string) => string;
  /** Lines to run after `$access_token` is set. */
  readonly onAccessToken: readonly string[];
  /** Lines to run if Spotify replaced the refresh token by `$new_token`. */
  readonly onNewToken: readonly string[];
  /** Lines that print `$reply`, the answer of the Web API. */
  readonly onReply: readonly string[];
}

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

const requireVariable = ({ howToSet }: ShellOptions, variable: string): string =>
  `[ -n "\${${variable}:-}" ] || fail ${quoteShell(`${variable} is not set. ${howToSet(variable)}`)}`;

function accessTokenLines(snippet: SnippetOptions, options: ShellOptions): readonly string[] {
  const { grant, clientId } = snippet;
  const refresh = tokenVariable[grant] === 'SPOTIFY_REFRESH_TOKEN';
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
    ...options.onAccessToken,
    ...(refresh
      ? [
          '',
          `# ${newTokenComment}`,
          'new_token="$(field refresh_token)"',
          'if [ -n "$new_token" ] && [ "$new_token" != "$SPOTIFY_REFRESH_TOKEN" ]; then',
          ...options.onNewToken.map((line) => `  ${line}`),
          'fi',
        ]
      : []),
  ];
}

/** All of it in bash: check the variables, get an access token, send the request, and check the answer. */
export function shellLines(snippet: SnippetOptions, options: ShellOptions): readonly string[] {
  const call = exampleCallFor(snippet);
  const temporary = snippet.grant === 'temporary';
  return [
    'set -euo pipefail',
    `fail() { ${options.report}; exit 1; }`,
    ...(tokenVariable[snippet.grant] === undefined
      ? []
      : [requireVariable(options, tokenVariable[snippet.grant] ?? '')]),
    ...(needsSecret(snippet.grant) ? [requireVariable(options, 'SPOTIFY_CLIENT_SECRET')] : []),
    ...(temporary ? [] : accessTokenLines(snippet, options)),
    '',
    `# Get ${call.what}.`,
    `reply="$(printf 'Authorization: Bearer %s' "$${temporary ? 'SPOTIFY_ACCESS_TOKEN' : 'access_token'}" |`,
    `  curl ${curlOptions(' -H @-')} ${quoteShell(call.url)})"`,
    `status="\${reply##*$'\\n'}"`,
    `reply="\${reply%$'\\n'*}"`,
    ...(temporary ? [`[ "$status" != 401 ] || fail ${quoteShell(`${expiredText} ${signInText(snippet)}`)}`] : []),
    '[ "$status" = 200 ] || fail "The Web API answered with status $status: ${reply//$\'\\n\'/ }"',
    ...options.onReply,
  ];
}
