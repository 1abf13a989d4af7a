import { quotePython as quote } from '../../../text/quote.ts';
import { exampleCallFor, type ExampleCall } from '../snippets/call.ts';
import { needsSecret, tokenVariable, type SnippetOptions } from '../snippets/snippet.ts';
import { joinParts, type ShortProgram } from './program.ts';

const show: Record<ExampleCall['kind'], string> = {
  plays: 'for play in answer.json()["items"]: print(play["track"]["name"])',
  account: 'print(answer.json()["display_name"])',
  track: 'print(answer.json()["name"])',
};

function tokenLines({ grant, clientId, endpoints }: SnippetOptions): readonly string[] {
  const variable = tokenVariable[grant];
  if (grant === 'temporary') return [`token = os.environ["${variable}"]`];
  return [
    `token = requests.post(${quote(`${endpoints.accountsUrl}/api/token`)}, data={`,
    `    "grant_type": "${variable ? 'refresh_token' : 'client_credentials'}",`,
    `    "client_id": ${quote(clientId)},`,
    ...(needsSecret(grant) ? ['    "client_secret": os.environ["SPOTIFY_CLIENT_SECRET"],'] : []),
    ...(variable ? [`    "refresh_token": os.environ["${variable}"],`] : []),
    '}).json()["access_token"]',
  ];
}

/** A program with the package `requests`. */
export function shortPython(options: SnippetOptions): ShortProgram {
  const { kind, path } = exampleCallFor(options);
  return {
    name: 'Python',
    text: joinParts(
      ['import os, requests'],
      [
        ...tokenLines(options),
        `url = ${quote(`${options.endpoints.apiUrl}/v1${path}`)}`,
        'answer = requests.get(url, headers={"Authorization": f"Bearer {token}"})',
        show[kind],
      ],
    ),
  };
}
