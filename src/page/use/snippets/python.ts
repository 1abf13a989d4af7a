import { quotePython as quote } from '../../../text/quote.ts';
import { exampleCallFor, type ExampleCall } from './call.ts';
import {
  expiredText,
  hasRefreshToken,
  needsSecret,
  newTokenComment,
  refusedText,
  signInText,
  type Snippet,
  type SnippetOptions,
} from './snippet.ts';

const show: Record<ExampleCall['kind'], readonly string[]> = {
  plays: [
    'plays = answer.get("items") or []',
    'track = plays[0].get("track") if plays else None',
    'if track:',
    '    artists = ", ".join(artist["name"] for artist in track.get("artists") or [])',
    "    print(f\"{track['name']} by {artists}, {plays[0]['played_at']}\")",
    'else:',
    '    print("Nothing has been played yet.")',
  ],
  account: ['print(answer.get("display_name") or answer["id"])'],
  track: ['print(answer["name"], "by", ", ".join(artist["name"] for artist in answer["artists"]))'],
};

const ask = (options: SnippetOptions): readonly string[] => [
  'def ask(url, form=None, headers={}):',
  '    data = None if form is None else urllib.parse.urlencode(form).encode()',
  '    try:',
  '        request = urllib.request.Request(url, data, headers)',
  '        with urllib.request.urlopen(request, timeout=30) as response:',
  '            return json.load(response)',
  '    except urllib.error.HTTPError as error:',
  '        text = error.read().decode(errors="replace")',
  ...(hasRefreshToken(options.grant)
    ? [
        '        if \'"invalid_grant"\' in text:',
        `            sys.exit(${quote(`${refusedText} ${signInText(options)}`)})`,
      ]
    : []),
  ...(options.grant === 'temporary'
    ? ['        if error.code == 401:', `            sys.exit(${quote(`${expiredText} ${signInText(options)}`)})`]
    : []),
  '        sys.exit(f"Spotify answered {error.code}: {text[:300]}")',
  '    except ValueError:',
  '        sys.exit(f"{url} sent an answer that cannot be read.")',
  '    except (OSError, http.client.HTTPException) as error:',
  '        sys.exit(f"{url} cannot be reached: {error}")',
];

function tokens({ grant, endpoints }: SnippetOptions): readonly string[] {
  const refresh = hasRefreshToken(grant);
  const basic = needsSecret(grant);
  const form = [
    `"grant_type": "${refresh ? 'refresh_token' : 'client_credentials'}"`,
    ...(basic ? [] : ['"client_id": client_id']),
    ...(refresh ? ['"refresh_token": refresh_token'] : []),
  ];
  return [
    '# Get a new access token. It is valid for an hour.',
    ...(basic ? ['basic = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()'] : []),
    'tokens = ask(',
    `    ${quote(`${endpoints.accountsUrl}/api/token`)},`,
    `    {${form.join(', ')}},`,
    ...(basic ? ['    {"Authorization": f"Basic {basic}"},'] : []),
    ')',
    'if not tokens.get("access_token"):',
    '    sys.exit("Spotify sent no access token.")',
    ...(refresh
      ? [
          '',
          `# ${newTokenComment}`,
          'new_token = tokens.get("refresh_token")',
          'if new_token and new_token != refresh_token:',
          '    handle = os.open("spotify-refresh-token.new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)',
          '    with open(handle, "w") as file:',
          '        print(new_token, file=file)',
          '    print(',
          '        "Spotify sent a new refresh token and it is saved in spotify-refresh-token.new.",',
          '        "Set SPOTIFY_REFRESH_TOKEN to it, then delete the file.",',
          '        file=sys.stderr,',
          '    )',
        ]
      : []),
    '',
  ];
}

/** A file for Python 3.7 or newer, with the standard library only. */
export function pythonSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const { grant, clientId } = options;
  const refresh = hasRefreshToken(grant);
  const fileName = `${call.slug}.py`;
  const token = grant === 'temporary' ? 'access_token' : "tokens['access_token']";
  const imports = [...(needsSecret(grant) ? ['base64'] : []), 'http.client', 'json', 'os', 'sys'];
  const lines = [
    `# Gets ${call.what} from Spotify. Run with Python 3.7 or newer:`,
    `#   set -a; . ./.env; set +a; python3 ${fileName}`,
    ...imports.map((module) => `import ${module}`),
    'import urllib.error',
    'import urllib.parse',
    'import urllib.request',
    '',
    '',
    'def setting(name):',
    '    return os.environ.get(name) or sys.exit(f"{name} is not set. Add it to the environment.")',
    '',
    '',
    ...ask(options),
    '',
    '',
    'sys.stdout.reconfigure(encoding="utf-8")',
    ...(grant === 'temporary'
      ? ['access_token = setting("SPOTIFY_ACCESS_TOKEN")']
      : [
          `client_id = ${quote(clientId)}`,
          ...(refresh ? ['refresh_token = setting("SPOTIFY_REFRESH_TOKEN")'] : []),
          ...(needsSecret(grant) ? ['client_secret = setting("SPOTIFY_CLIENT_SECRET")'] : []),
        ]),
    '',
    ...(grant === 'temporary' ? [] : tokens(options)),
    `answer = ask(${quote(call.url)}, headers={"Authorization": f"Bearer {${token}}"})`,
    ...show[call.kind],
    '',
  ];
  return { name: 'Python', fileName, language: 'python', text: lines.join('\n') };
}
