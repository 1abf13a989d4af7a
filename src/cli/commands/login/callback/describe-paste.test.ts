import { expect, it } from 'vitest';
import { spotify } from '../../../../spotify/endpoints.ts';
import { describePaste } from './describe-paste.ts';

const redirectUri = 'http://127.0.0.1:8888/callback';
const describeText = (text: string, problem: Parameters<typeof describePaste>[1] = 'callback_malformed') =>
  describePaste(text, problem, { redirectUri, endpoints: spotify });

it.each([
  ['https://accounts.spotify.com/authorize?client_id=a&response_type=code&state=s', /the address to open/],
  ['https://accounts.spotify.com/en/login?continue=x', /a page of Spotify/],
  ['https://developer.spotify.com/dashboard', /a page of Spotify/],
  [redirectUri, /the redirect URI without Spotify’s answer/],
  ['127.0.0.1:8888/callback', /the redirect URI without Spotify’s answer/],
  ['http://127.0.0.1:9/', /no answer from Spotify/],
  ['https://example.com/', /no answer from Spotify/],
  ['0ac71ce0decade5eed0facade0c0ffee', /a client ID or a client secret/],
  [`AQ${'a'.repeat(60)}`, /a code or a token/],
  ['what?', /not an address/],
])('says what a pasted text is', (text, expected) => {
  const said = describeText(text);
  expect(said).toMatch(expected);
  expect(said).toMatch(/paste the address of the page that it shows/);
  // It may be a secret.
  expect(said).not.toContain(text);
});

it.each([
  ['state_mismatch', /another login/],
  ['state_missing', /the state is missing/],
  ['issuer_mismatch', /not from Spotify/],
  ['callback_replayed', /already used\.$/],
] as const)('says why an answer is not used: %s', (problem, expected) => {
  expect(describeText(`${redirectUri}?code=a&state=b`, problem)).toMatch(expected);
});
