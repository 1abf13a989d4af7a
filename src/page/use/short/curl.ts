import { quoteShell as quote } from '../../../text/quote.ts';
import { exampleCallFor, type ExampleCall } from '../snippets/call.ts';
import { needsSecret, tokenVariable, variablesOf, type SnippetOptions } from '../snippets/snippet.ts';
import { joinParts, type ShortProgram } from './program.ts';

const show: Record<ExampleCall['kind'], string> = {
  plays: "jq -r '.items[].track.name'",
  account: 'jq -r .display_name',
  track: 'jq -r .name',
};

const fields: Readonly<Record<string, string>> = {
  SPOTIFY_REFRESH_TOKEN: 'refresh_token',
  SPOTIFY_CLIENT_SECRET: 'client_secret',
};

/** Each value that is secret goes to curl on its standard input, because the list of processes shows arguments. */
function tokenLines({ grant, clientId, endpoints }: SnippetOptions): readonly string[] {
  if (grant === 'temporary') return ['token=$SPOTIFY_ACCESS_TOKEN'];
  const curl = `  curl -s ${endpoints.accountsUrl}/api/token`;
  const form = [
    `    -d grant_type=${tokenVariable[grant] ? 'refresh_token' : 'client_credentials'} \\`,
    /^\w+$/.test(clientId) ? `    -d client_id=${clientId}` : `    --data-urlencode client_id=${quote(clientId)}`,
  ];
  const end = ' | jq -r .access_token)';
  if (!needsSecret(grant)) {
    return [
      'token=$(printf %s "$SPOTIFY_REFRESH_TOKEN" |',
      `${curl} \\`,
      `${form.join('\n')} \\`,
      `    --data-urlencode refresh_token@-${end}`,
    ].flatMap((text) => text.split('\n'));
  }
  const secrets = variablesOf(grant).map((name) => `    "${fields[name]}=$${name}"`);
  const lines = [`${secrets.join(' \\\n')} |`, `${curl} -K - \\`, `${form.join('\n')}${end}`];
  return [`token=$(printf 'data-urlencode = "%s"\\n' \\`, ...lines.flatMap((text) => text.split('\n'))];
}

/** A script for any shell, with curl 7.55 or newer (for `-H @-`) and jq. */
export function shortCurl(options: SnippetOptions): ShortProgram {
  const { kind, path } = exampleCallFor(options);
  return {
    name: 'curl',
    text: joinParts(tokenLines(options), [
      `printf 'Authorization: Bearer %s' "$token" |`,
      `  curl -s ${options.endpoints.apiUrl}/v1${path} -H @- |`,
      `  ${show[kind]}`,
    ]),
  };
}
