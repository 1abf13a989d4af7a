import { describe, expect, it } from 'vitest';
import { spotify } from '../spotify/endpoints.ts';
import { buildAuthorizationUrl, createAuthorizationRequest } from './authorization-request.ts';
import { grants, type ConsentGrant } from './grant.ts';
import { codeChallengeOf } from './pkce.ts';

const wanted = {
  grant: 'authorization_code_pkce',
  clientId: '3f9c0b7e5a2d4c18b6e1f07a9d245c83',
  redirectUri: 'http://127.0.0.1:8888/',
  scopes: ['user-top-read', 'user-read-email'],
} as const;

describe('createAuthorizationRequest', () => {
  it('creates a new state and a verifier of RFC 7636 length each time', () => {
    const one = createAuthorizationRequest(wanted);
    const other = createAuthorizationRequest(wanted);
    expect(one).toMatchObject(wanted);
    const random = [one.state, one.codeVerifier, other.state, other.codeVerifier];
    expect(new Set(random).size).toBe(4);
    for (const token of random) expect(token).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
  });

  it('can be saved as JSON', () => {
    const request = createAuthorizationRequest(wanted);
    expect(JSON.parse(JSON.stringify(request))).toEqual(request);
  });

  it('has no other fields', () => {
    const withMore = { ...wanted, clientSecret: 'do not keep me' };
    expect(JSON.stringify(createAuthorizationRequest(withMore))).not.toContain('do not keep me');
  });
});

describe('buildAuthorizationUrl', () => {
  const consentGrants = grants.filter((grant): grant is ConsentGrant => grant !== 'client_credentials');

  it.each(consentGrants)('asks for PKCE and the consent page, without the verifier (%s)', async (grant) => {
    const request = createAuthorizationRequest({ ...wanted, grant });
    const url = await buildAuthorizationUrl(request, spotify);
    expect(url.origin + url.pathname).toBe('https://accounts.spotify.com/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: wanted.clientId,
      response_type: 'code',
      redirect_uri: wanted.redirectUri,
      scope: 'user-top-read user-read-email',
      state: request.state,
      code_challenge_method: 'S256',
      code_challenge: await codeChallengeOf(request.codeVerifier),
      show_dialog: 'true',
    });
    expect(url.href).not.toContain(request.codeVerifier);
  });

  it('leaves the scope out if there is none', async () => {
    const request = createAuthorizationRequest({ ...wanted, scopes: [] });
    expect((await buildAuthorizationUrl(request, spotify)).searchParams.has('scope')).toBe(false);
  });

  it('encodes every character', async () => {
    const odd = { clientId: 'a&b=c#d e+f%20', redirectUri: 'https://me.example/?a=1&b=ü#' };
    const url = await buildAuthorizationUrl(createAuthorizationRequest({ ...wanted, ...odd }), spotify);
    expect(url.searchParams.get('client_id')).toBe(odd.clientId);
    expect(url.searchParams.get('redirect_uri')).toBe(odd.redirectUri);
    expect(url.hash).toBe('');
  });

  it('uses the accounts URL of the endpoints', async () => {
    const endpoints = { accountsUrl: 'http://127.0.0.1:4000', apiUrl: 'http://127.0.0.1:4000' };
    const url = await buildAuthorizationUrl(createAuthorizationRequest(wanted), endpoints);
    expect(url.origin).toBe('http://127.0.0.1:4000');
  });
});
