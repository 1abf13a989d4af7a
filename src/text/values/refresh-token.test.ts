import { expect, it } from 'vitest';
import { readRefreshToken } from './refresh-token.ts';

const token = 'AQB3_x-7'.repeat(16);

it.each([
  ['the token itself', token],
  ['blanks around it', ` \t${token}\n\n`],
  ['line breaks of a terminal', `${token.slice(0, 60)}\n  ${token.slice(60, 100)}\r\n${token.slice(100)}`],
  ['invisible blanks', `\u200b${token}\u00a0\ufeff`],
  ['double quotes', `"${token}"`],
  ['a word processor’s quotes', `“${token}”`],
  ['a line of a .env file', `SPOTIFY_REFRESH_TOKEN=${token}\n`],
  ['a line of a shell', `export SPOTIFY_REFRESH_TOKEN='${token}'`],
  ['a whole .env file', `SPOTIFY_CLIENT_ID=3f9c\nSPOTIFY_REFRESH_TOKEN="${token}"\nSPOTIFY_AUTHORIZED_AT=2026-11-24\n`],
  ['YAML', `spotify_refresh_token: ${token}`],
  ['a config file in camel case', `{"clientId":"3f9c","refreshToken":"${token}","expiresAt":1809079200}`],
  ['`login --print json`', `{"refreshToken":"${token}","accessToken":"BQ","accessTokenExpiresAt":1}`],
  ['JSON in a string', `{\\"refresh_token\\":\\"${token}\\",\\"scope\\":\\"\\"}`],
  ['form text', `grant_type=refresh_token&refresh_token=${token}&client_id=3f9c`],
  ['line ends written out', `${token.slice(0, 60)}\\n${token.slice(60)}\\r\\n`],
  ['a .env file with an old token', `# SPOTIFY_REFRESH_TOKEN=AQold\nSPOTIFY_REFRESH_TOKEN=${token}`],
  ['a .env file without line ends', `SPOTIFY_REFRESH_TOKEN=${token}SPOTIFY_AUTHORIZED_AT=2026-11-24`],
  ['Markdown', `\`${token}\``],
  ['Spotify’s own answer', `{"access_token":"BQ-a","expires_in":3600,"refresh_token": "${token}","scope":""}`],
])('reads a token from %s', (_, pasted) => {
  expect(readRefreshToken(pasted)).toBe(token);
});

it.each(['', ' \n', '""', 'SPOTIFY_REFRESH_TOKEN=', 'SPOTIFY_REFRESH_TOKEN=\nSPOTIFY_AUTHORIZED_AT=2026-11-24'])(
  'finds no token in %j',
  (pasted) => {
    expect(readRefreshToken(pasted)).toBe('');
  },
);
