import { quoteJavaScript as quote } from '../../../text/quote.ts';
import { exampleCallFor, type ExampleCall } from '../snippets/call.ts';
import { needsSecret, tokenVariable, type SnippetOptions } from '../snippets/snippet.ts';
import { joinParts, type ShortProgram } from './program.ts';

const show: Record<ExampleCall['kind'], string> = {
  plays: 'for (const { track } of answer.items) console.log(track.name);',
  account: 'console.log(answer.display_name);',
  track: 'console.log(answer.name);',
};

function tokenLines({ grant, clientId, endpoints }: SnippetOptions): readonly string[] {
  const variable = tokenVariable[grant];
  if (grant === 'temporary') return [`const token = process.env.${variable};`];
  return [
    `const body = new URLSearchParams({ grant_type: '${variable ? 'refresh_token' : 'client_credentials'}' });`,
    `body.set('client_id', ${quote(clientId)});`,
    ...(needsSecret(grant) ? ["body.set('client_secret', process.env.SPOTIFY_CLIENT_SECRET);"] : []),
    ...(variable ? [`body.set('refresh_token', process.env.${variable});`] : []),
    `const url = ${quote(`${endpoints.accountsUrl}/api/token`)};`,
    "const token = await (await fetch(url, { method: 'POST', body })).json();",
  ];
}

/** A module without packages. */
export function shortJavaScript(options: SnippetOptions): ShortProgram {
  const { kind, path } = exampleCallFor(options);
  const token = options.grant === 'temporary' ? 'token' : 'token.access_token';
  return {
    name: 'JavaScript',
    text: joinParts(tokenLines(options), [
      `const headers = { Authorization: \`Bearer \${${token}}\` };`,
      `const api = ${quote(`${options.endpoints.apiUrl}/v1${path}`)};`,
      'const answer = await (await fetch(api, { headers })).json();',
      show[kind],
    ]),
  };
}
