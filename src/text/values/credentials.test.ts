import { describe, expect, it } from 'vitest';
import { isClientId } from './client-id.ts';
import { findClientId, readClientId, readClientSecret, readRefreshToken } from './credentials.ts';

const id = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
const secret = '0f5e1d2c3b4a59687766554433221100';

describe('readClientId', () => {
  it.each([
    ['3f9c0b7e', '3f9c0b7e'],
    [' 3f9c\u200b 0b7e\n\ufeff', '3f9c0b7e'],
    [' \u200b', ''],
    [`"${id}"`, id],
    [`**${id}**`, id],
    [`https://developer.spotify.com/dashboard/${id}`, id],
    [`https://developer.spotify.com/dashboard/applications/${id}/settings`, id],
    [`https://accounts.spotify.com/authorize?client_id=${id}&response_type=code`, id],
    [`Client ID: ${id}`, id],
    [`Client ID ${id} Client secret ${secret}`, id],
    [`Client ID\n${id}\nClient secret\n${secret}`, id],
    [`- **Client ID:** \`${id}\``, id],
    [`SPOTIFY_CLIENT_ID=${id}\nSPOTIFY_CLIENT_SECRET=${secret}\n`, id],
    [`SPOTIFY_CLIENT_SECRET="${secret}"\nSPOTIFY_CLIENT_ID="${id}"\n`, id],
    [`# SPOTIFY_CLIENT_ID=old\nexport SPOTIFY_CLIENT_ID='unusual'\n`, 'unusual'],
    // A box with one line removes line ends.
    [`SPOTIFY_CLIENT_ID=${id}SPOTIFY_CLIENT_SECRET=${secret}`, id],
    [`SPOTIFY_CLIENT_ID=unusualSPOTIFY_CLIENT_SECRET=${secret}`, 'unusual'],
    [`{"clientId": "${id}", "clientSecret": "${secret}"}`, id],
    [`{\\"client_id\\": \\"${id}\\"}`, id],
  ])('reads a client ID from %j', (text, clientId) => {
    expect(readClientId(text)).toBe(clientId);
  });
});

describe('findClientId', () => {
  it.each([
    ['', undefined],
    [id, undefined],
    ['SPOTIFY_CLIENT_ID=', undefined],
    [`SPOTIFY_CLIENT_ID=\nSPOTIFY_CLIENT_SECRET=${secret}`, undefined],
    [`SPOTIFY_REFRESH_TOKEN=AQ\nSPOTIFY_CLIENT_ID=${id}`, id],
  ])('finds the client ID in a text with other values: %j', (text, clientId) => {
    expect(findClientId(text)).toBe(clientId);
  });
});

it.each([
  [id, true],
  [id.toUpperCase(), true],
  ['', false],
  ['unusual', false],
  [id + secret, false],
  [`SPOTIFY_CLIENT_SECRET=${secret}`, false],
])('says whether %j may enter an address', (text, may) => {
  expect(isClientId(text)).toBe(may);
});

it.each([
  [' 0f5e1d\r\n', '0f5e1d'],
  [' \n', ''],
  ['"0f5e1d"', '0f5e1d'],
  ['SPOTIFY_CLIENT_ID=3f9c\nSPOTIFY_CLIENT_SECRET=0f5e1d\n', '0f5e1d'],
  ['{"clientId":"3f9c","clientSecret":"0f5e1d"}', '0f5e1d'],
])('reads a client secret from %j', (text, clientSecret) => {
  expect(readClientSecret(text)).toBe(clientSecret);
});

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

it.each([
  ['empty lines', '\n'],
  ['lines with blanks', ' \n'],
  ['comments', '   #\n'],
  ['names', 'refresh_token='],
])('reads a long text of %s in a time that grows with its length', (_, part) => {
  const timeFor = (length: number) => {
    const text = part.repeat(length / part.length);
    const start = performance.now();
    readRefreshToken(text);
    return performance.now() - start;
  };
  timeFor(10_000);
  // Four hundred times as much, if each part were compared with all others.
  expect(timeFor(400_000)).toBeLessThan(Math.max(20, timeFor(20_000)) * 100);
});
