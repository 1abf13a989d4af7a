import { expect, it } from 'vitest';
import { findLookAlike } from './look-alike.ts';

const hex = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
const accessToken = `BQ${'x-7_'.repeat(30)}`;
const refreshToken = `AQ${'x-7_'.repeat(30)}`;

it.each([
  ['undefined', 'placeholder'],
  ['null', 'placeholder'],
  ['your-client-id', 'placeholder'],
  ['YOUR_CLIENT_ID_HERE', 'placeholder'],
  ['SPOTIFY_CLIENT_ID', 'placeholder'],
  ['$SPOTIFY_CLIENT_ID', 'placeholder'],
  ['${{secrets.SPOTIFY_CLIENT_ID}}', 'placeholder'],
  ['%SPOTIFY_CLIENT_ID%', 'placeholder'],
  [`SPOTIFY_CLIENT_SECRET=${hex}`, 'client_secret'],
  ['https://example.com/callback', 'address'],
  [accessToken, 'access_token'],
  [refreshToken, 'refresh_token'],
  [hex, undefined],
  ['an-unusual-id', undefined],
  ['', undefined],
])('says what a value looks like in the place of a client ID (case %#)', (value, looks) => {
  expect(findLookAlike(value, 'client_id')).toBe(looks);
});

it.each([
  ['undefined', 'placeholder'],
  ['SPOTIFY_REFRESH_TOKEN', 'placeholder'],
  ['your-refresh-token', 'placeholder'],
  ['http://127.0.0.1:8888/callback?code=AQ&state=s', 'address'],
  ['?code=AQ&state=s', 'address'],
  [accessToken, 'access_token'],
  [hex, 'client_id_or_secret'],
  [`ClientID:${hex}`, 'client_id_or_secret'],
  [refreshToken, undefined],
  ['an-unusual-token', undefined],
  ['', undefined],
])('says what a value looks like in the place of a refresh token (case %#)', (value, looks) => {
  expect(findLookAlike(value, 'refresh_token')).toBe(looks);
});
