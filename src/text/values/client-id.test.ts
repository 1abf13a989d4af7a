import { describe, expect, it } from 'vitest';
import { findClientId, isClientId, readClientId } from './client-id.ts';

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
  ])('finds the client ID beside another value: %j', (text, clientId) => {
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
