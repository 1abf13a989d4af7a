import { quoteJavaScript as quote } from '../../../text/quote.ts';
import { exampleCallFor, type ExampleCall } from './call.ts';
import {
  failLines,
  expiredText,
  hasRefreshToken,
  needsSecret,
  newTokenComment,
  refusedText,
  signInText,
  type Snippet,
  type SnippetOptions,
} from './snippet.ts';

/** Lines that print what `answer` holds. */
export const showLines: Record<ExampleCall['kind'], readonly string[]> = {
  plays: [
    'const play = answer.items?.[0];',
    'console.log(',
    '  play?.track',
    "    ? `${play.track.name} by ${(play.track.artists ?? []).map((artist) => artist.name).join(', ')}, ${play.played_at}`",
    "    : 'Nothing has been played yet.',",
    ');',
  ],
  account: ['console.log(answer.display_name ?? answer.id);'],
  track: ["console.log(`${answer.name} by ${answer.artists.map((artist) => artist.name).join(', ')}`);"],
};

function tokens({ grant, endpoints }: SnippetOptions): readonly string[] {
  const refresh = hasRefreshToken(grant);
  const basic = needsSecret(grant);
  const body = [
    `grant_type: '${refresh ? 'refresh_token' : 'client_credentials'}'`,
    ...(basic ? [] : ['client_id: clientId']),
    ...(refresh ? ['refresh_token: refreshToken'] : []),
  ];
  return [
    '// Get a new access token. It is valid for an hour.',
    `const tokens = await ask(${quote(`${endpoints.accountsUrl}/api/token`)}, {`,
    "  method: 'POST',",
    ...(basic
      ? ["  headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },"]
      : []),
    `  body: new URLSearchParams({ ${body.join(', ')} }),`,
    '});',
    "if (typeof tokens.access_token !== 'string') fail('Spotify sent no access token.');",
    ...(refresh
      ? [
          '',
          `// ${newTokenComment}`,
          'if (tokens.refresh_token && tokens.refresh_token !== refreshToken) {',
          "  await writeFile('spotify-refresh-token.new', `${tokens.refresh_token}\\n`, { mode: 0o600 });",
          '  console.error(',
          "    'Spotify sent a new refresh token and it is saved in spotify-refresh-token.new. ' +",
          "      'Set SPOTIFY_REFRESH_TOKEN to it, then delete the file.',",
          '  );',
          '}',
        ]
      : []),
    '',
  ];
}

const ask = (options: SnippetOptions): readonly string[] => [
  'async function ask(url, options) {',
  '  let response, text;',
  '  try {',
  '    response = await fetch(url, { ...options, signal: AbortSignal.timeout(30_000) });',
  '    text = await response.text();',
  '  } catch (error) {',
  '    fail(`${new URL(url).host} cannot be reached: ${error.cause?.code ?? error.name}`);',
  '  }',
  '  let body;',
  '  try {',
  '    body = JSON.parse(text);',
  '  } catch {',
  '    // Not JSON: an outage, or an error that Spotify sends as plain text.',
  '  }',
  "  if (response.ok && body !== null && typeof body === 'object') return body;",
  ...(hasRefreshToken(options.grant)
    ? [`  if (body?.error === 'invalid_grant') fail(${quote(`${refusedText} ${signInText(options)}`)});`]
    : []),
  ...(options.grant === 'temporary'
    ? [`  if (response.status === 401) fail(${quote(`${expiredText} ${signInText(options)}`)});`]
    : []),
  '  const said = body?.error?.message ?? body?.error_description ?? body?.error;',
  '  fail(`Spotify answered ${response.status}: ${said ?? (response.ok ? "an answer that cannot be read" : text.slice(0, 300))}`);',
  '}',
];

/** A module for Node 20 or newer, without packages. */
export function javaScriptSnippet(options: SnippetOptions): Snippet {
  const call = exampleCallFor(options);
  const { grant, clientId } = options;
  const refresh = hasRefreshToken(grant);
  const fileName = `${call.slug}.mjs`;
  const token = grant === 'temporary' ? 'accessToken' : 'tokens.access_token';
  const lines = [
    `// Gets ${call.what} from Spotify. Run with Node 20 or newer: node --env-file=.env ${fileName}`,
    ...(refresh ? ["import { writeFile } from 'node:fs/promises';"] : []),
    '',
    ...(grant === 'temporary'
      ? ["const accessToken = setting('SPOTIFY_ACCESS_TOKEN');"]
      : [
          `const clientId = ${quote(clientId)};`,
          ...(refresh ? ["const refreshToken = setting('SPOTIFY_REFRESH_TOKEN');"] : []),
          ...(needsSecret(grant) ? ["const clientSecret = setting('SPOTIFY_CLIENT_SECRET');"] : []),
        ]),
    '',
    ...(grant === 'temporary' ? [] : tokens(options)),
    `const answer = await ask(${quote(call.url)}, {`,
    `  headers: { authorization: \`Bearer \${${token}}\` },`,
    '});',
    ...showLines[call.kind],
    '',
    ...ask(options),
    '',
    'function setting(name) {',
    '  return process.env[name] || fail(`${name} is not set. Add it to .env or to the environment.`);',
    '}',
    '',
    ...failLines,
  ];
  return { name: 'JavaScript', fileName, language: 'javascript', text: lines.join('\n') };
}
