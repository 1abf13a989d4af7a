import { escapeCurlConfig, quoteShell } from '../../../text/quote.ts';
import { exampleCallFor } from './call.ts';
import { needsSecret, refusedText, signInText, tokenVariable, type SnippetOptions } from './snippet.ts';

/** What differs between a terminal and a workflow. */
export interface ShellOptions {
  /** The line that says `$1` where it is read. */
  readonly say: string;
  /** How a variable that is missing is to be set. */
  readonly setIt: (variable: string) => string;
  /** Lines run as soon as `$access_token` is there. */
  readonly onAccessToken: readonly string[];
  /** Lines run when Spotify sent `$new_token` in place of the refresh token. */
  readonly onNewToken: readonly string[];
  /** Lines that put out `$reply`, the Web API's answer. */
  readonly onReply: readonly string[];
}

const options = (grant: string) => `-sS --max-time 30 -w '\\n%{http_code}'${grant}`;

/** The token request. Whatever is secret goes to curl's standard input: arguments stand in the list of processes. */
function tokenRequest({ grant, endpoints }: SnippetOptions): readonly string[] {
  const url = quoteShell(`${endpoints.accountsUrl}/api/token`);
  if (!needsSecret(grant)) {
    return [
      'answer="$(printf %s "$SPOTIFY_REFRESH_TOKEN" |',
      `  curl ${options('')} ${url} \\`,
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
    `  curl ${options(' -K -')} ${url} \\`,
    `    -d grant_type=${refresh ? 'refresh_token' : 'client_credentials'})"`,
  ];
}

const required = ({ setIt }: ShellOptions, variable: string): string =>
  `[ -n "\${${variable}:-}" ] || fail ${quoteShell(`${variable} is not set. ${setIt(variable)}`)}`;

function accessToken(snippet: SnippetOptions, ways: ShellOptions): readonly string[] {
  const { grant, clientId } = snippet;
  const refresh = tokenVariable[grant] === 'SPOTIFY_REFRESH_TOKEN';
  return [
    `client_id=${quoteShell(needsSecret(grant) ? escapeCurlConfig(clientId) : clientId)}`,
    '',
    '# A new access token, good for an hour. curl reads what is secret from its standard input,',
    '# since arguments can be seen in the list of processes.',
    ...tokenRequest(snippet),
    `field() { printf '%s\\n' "$answer" | sed -n 's/.*"'"$1"'" *: *"\\([^"]*\\)".*/\\1/p'; }`,
    'access_token="$(field access_token)"',
    'if [ -z "$access_token" ]; then',
    '  case "$(field error)" in',
    ...(refresh ? [`    invalid_grant) fail ${quoteShell(`${refusedText} ${signInText(snippet)}`)} ;;`] : []),
    `    invalid_client) fail 'Spotify does not know this client ID${needsSecret(grant) ? ', or the secret is not its own' : ''}.' ;;`,
    `    *) fail "Spotify gave no access token: status \${answer##*$'\\n'} $(field error) $(field error_description)" ;;`,
    '  esac',
    'fi',
    ...ways.onAccessToken,
    ...(refresh
      ? [
          '',
          '# Most apps keep their first refresh token. Where Spotify sends another, the old one may be dead.',
          'new_token="$(field refresh_token)"',
          'if [ -n "$new_token" ] && [ "$new_token" != "$SPOTIFY_REFRESH_TOKEN" ]; then',
          ...ways.onNewToken.map((line) => `  ${line}`),
          'fi',
        ]
      : []),
  ];
}

/** The whole way in bash: what is missing is said, a token is got, the Web API is asked, and its answer is judged. */
export function shellLines(snippet: SnippetOptions, ways: ShellOptions): readonly string[] {
  const call = exampleCallFor(snippet);
  const temporary = snippet.grant === 'temporary';
  return [
    'set -euo pipefail',
    `fail() { ${ways.say}; exit 1; }`,
    ...(tokenVariable[snippet.grant] === undefined ? [] : [required(ways, tokenVariable[snippet.grant] ?? '')]),
    ...(needsSecret(snippet.grant) ? [required(ways, 'SPOTIFY_CLIENT_SECRET')] : []),
    ...(temporary ? [] : accessToken(snippet, ways)),
    '',
    `# Asks for ${call.what}.`,
    `reply="$(printf 'Authorization: Bearer %s' "$${temporary ? 'SPOTIFY_ACCESS_TOKEN' : 'access_token'}" |`,
    `  curl ${options(' -H @-')} ${quoteShell(call.url)})"`,
    `status="\${reply##*$'\\n'}"`,
    `reply="\${reply%$'\\n'*}"`,
    ...(temporary
      ? [
          `[ "$status" != 401 ] || fail ${quoteShell(`The access token has ended, commonly an hour after it was given. ${signInText(snippet)}`)}`,
        ]
      : []),
    '[ "$status" = 200 ] || fail "The Web API answered with status $status: ${reply//$\'\\n\'/ }"',
    ...ways.onReply,
  ];
}
