import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  buildAuthorizationUrl,
  checkCallback,
  createAuthorizationRequest,
  exchangeCode,
  getClientCredentialsToken,
  refreshTokens,
  type AuthorizationRequest,
  type ConsentGrant,
  type Endpoints,
} from '../../src/index.ts';
import { CookieJar } from '../support/spotify/cookie-jar.ts';
import { oidcClients, startOidcServer, type OidcServer } from '../support/spotify/oidc-server.ts';

const redirectUri = 'http://127.0.0.1/';
const scopes = ['user-read-recently-played', 'user-top-read'];
const now = () => 1_800_000_000_000;

let server: OidcServer;
let endpoints: Endpoints;

beforeAll(async () => {
  // It warns about Node 20 and about its development pages.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  server = await startOidcServer([redirectUri]);
  endpoints = { accountsUrl: server.url, apiUrl: server.url };
});
afterAll(() => server.close());

/** Signs in and consents (or cancels) like a user in a browser, and returns the parameters of the callback. */
async function signIn(start: URL, answer: 'consent' | 'cancel' = 'consent'): Promise<URLSearchParams> {
  const jar = new CookieJar();
  let url = start;
  for (let step = 0; step < 12; step += 1) {
    const response = await answerPage(jar, url, answer);
    const location = response.headers.get('location');
    if (!location) throw new Error(`Stuck with ${response.status} at ${url.pathname}`);
    url = new URL(location, url);
    if (url.href.startsWith(`${redirectUri}?`)) return url.searchParams;
  }
  throw new Error('No callback after 12 steps');
}

async function answerPage(jar: CookieJar, url: URL, answer: 'consent' | 'cancel'): Promise<Response> {
  const response = await jar.fetch(url);
  if (response.headers.has('location')) return response;
  const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1];
  if (prompt === 'consent' && answer === 'cancel') return jar.fetch(`${url.href}/abort`);
  const body = new URLSearchParams({ prompt: prompt ?? '', login: 'ada', password: 'any' });
  return jar.fetch(url, { method: 'POST', body });
}

function requestFor(grant: ConsentGrant): AuthorizationRequest {
  const clientId = grant === 'authorization_code' ? oidcClients.confidential : oidcClients.public;
  return createAuthorizationRequest({ grant, clientId, redirectUri, scopes });
}

async function consentTo(request: AuthorizationRequest) {
  const parameters = await signIn(await buildAuthorizationUrl(request, endpoints));
  return checkCallback(parameters, request, endpoints);
}

async function tokensFor(grant: ConsentGrant) {
  const request = requestFor(grant);
  const callback = await consentTo(request);
  return exchangeCode({ request, callback, clientSecret: server.clientSecret, endpoints, fetch, now });
}

describe('against oidc-provider', () => {
  it('gets a refresh token with PKCE and no secret', async () => {
    const tokens = await tokensFor('authorization_code_pkce');
    expect(tokens.accessToken).toMatch(/./);
    expect(tokens.refreshToken).toMatch(/./);
    expect(tokens.scopes?.toSorted()).toEqual(scopes.toSorted());
    expect(tokens.accessTokenExpiresAt).toBe(now() + 3_600_000);
  });

  it('gets a refresh token with the secret and PKCE', async () => {
    const tokens = await tokensFor('authorization_code');
    expect(tokens.refreshToken).toMatch(/./);
  });

  it('drops the refresh token for the grant temporary', async () => {
    const tokens = await tokensFor('temporary');
    expect(tokens.accessToken).toMatch(/./);
    expect(tokens.refreshToken).toBeUndefined();
  });

  it('gets a token with client credentials', async () => {
    const { confidential: clientId } = oidcClients;
    const tokens = await getClientCredentialsToken({
      clientId,
      clientSecret: server.clientSecret,
      endpoints,
      fetch,
      now,
    });
    expect(tokens.accessToken).toMatch(/./);
    expect(tokens.refreshToken).toBeUndefined();
  });

  it.each(['authorization_code_pkce', 'authorization_code'] as const)(
    'uses a rotated refresh token, and the old one is refused (%s)',
    async (grant) => {
      const first = await tokensFor(grant);
      const { clientId } = requestFor(grant);
      const clientSecret = grant === 'authorization_code' ? server.clientSecret : undefined;
      const app = { clientId, clientSecret, endpoints, fetch, now, authorizedAt: now() };
      const second = await refreshTokens({ ...app, refreshToken: first.refreshToken ?? '' });
      expect(second.rotated).toBe(true);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      const third = await refreshTokens({ ...app, refreshToken: second.refreshToken ?? '' });
      expect(third.accessToken).not.toBe(second.accessToken);

      const oldToken = refreshTokens({ ...app, refreshToken: first.refreshToken ?? '' });
      await expect(oldToken).rejects.toMatchObject({ code: 'refresh_token_suspect' });
      const newestToken = refreshTokens({ ...app, refreshToken: third.refreshToken ?? '' });
      await expect(newestToken).rejects.toMatchObject({ code: 'refresh_token_suspect' });
    },
  );

  it('reports that the user declined', async () => {
    const request = requestFor('authorization_code_pkce');
    const parameters = await signIn(await buildAuthorizationUrl(request, endpoints), 'cancel');
    expect(() => checkCallback(parameters, request, endpoints)).toThrow(
      expect.objectContaining({ code: 'access_denied' }),
    );
  });

  it('cannot use a code twice', async () => {
    const request = requestFor('authorization_code_pkce');
    const exchange = { request, callback: await consentTo(request), endpoints, fetch, now };
    await exchangeCode(exchange);
    await expect(exchangeCode(exchange)).rejects.toMatchObject({ code: 'authorization_code_invalid' });
  });

  it('cannot use a code with another verifier', async () => {
    const request = requestFor('authorization_code_pkce');
    const callback = await consentTo(request);
    const other = { ...request, codeVerifier: 'x'.repeat(43) };
    const exchange = exchangeCode({ request: other, callback, endpoints, fetch, now });
    await expect(exchange).rejects.toMatchObject({
      name: 'RefrainError',
      spotifySaid: expect.stringContaining('invalid_grant'),
    });
  });

  it('can correct a wrong secret while the code is valid', async () => {
    const request = requestFor('authorization_code');
    const exchange = { request, callback: await consentTo(request), endpoints, fetch, now };
    const wrong = exchangeCode({ ...exchange, clientSecret: 'wrong' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_client' });
    const tokens = await exchangeCode({ ...exchange, clientSecret: server.clientSecret });
    expect(tokens.refreshToken).toMatch(/./);
  });

  it('checks the issuer', async () => {
    const request = requestFor('authorization_code_pkce');
    const parameters = await signIn(await buildAuthorizationUrl(request, endpoints));
    expect(parameters.get('iss')).toBe(server.url);
    const elsewhere = { ...endpoints, accountsUrl: 'https://accounts.spotify.com' };
    expect(() => checkCallback(parameters, request, elsewhere)).toThrow(
      expect.objectContaining({ code: 'issuer_mismatch' }),
    );
  });
});
