import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { jsonAnswer, recordingFetch } from '../../test/support/spotify/recording-fetch.ts';
import { spotify } from '../spotify/endpoints.ts';
import { isRefrainError } from '../errors/refrain-error.ts';
import { createAuthorizationRequest } from './authorization-request.ts';
import { checkCallback } from './callback.ts';
import { exchangeCode, type CodeExchange } from './code-exchange.ts';
import type { ConsentGrant } from './grant.ts';

const sentAt = Date.UTC(2026, 10, 24, 10);
const clientSecret = 'hush-secret';
const answer = {
  access_token: 'BQ-access',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'AQ-refresh',
  scope: 'user-top-read',
};

function exchangeFor(grant: ConsentGrant, fetch: typeof globalThis.fetch): CodeExchange {
  const request = createAuthorizationRequest({
    grant,
    clientId: 'a-client-id',
    redirectUri: 'http://127.0.0.1:8888/',
    scopes: ['user-top-read', 'user-read-email'],
  });
  const callback = checkCallback(new URLSearchParams({ code: 'AQ-code', state: request.state }), request, spotify);
  return { request, callback, endpoints: spotify, fetch, now: () => sentAt };
}

/** The tokens from one answer to a code. */
async function tokensFrom(body: unknown, grant: ConsentGrant = 'authorization_code_pkce') {
  const { fetch } = recordingFetch(jsonAnswer(body));
  return exchangeCode({ ...exchangeFor(grant, fetch), clientSecret });
}

describe('the request', () => {
  it.each(['authorization_code_pkce', 'temporary'] as const)(
    'has no secret, even if one is given (%s)',
    async (grant) => {
      const { fetch, sent } = recordingFetch(jsonAnswer(answer));
      const exchange = { ...exchangeFor(grant, fetch), clientSecret };
      await exchangeCode(exchange);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.url).toBe('https://accounts.spotify.com/api/token');
      expect(sent[0]?.form).toEqual({
        grant_type: 'authorization_code',
        code: 'AQ-code',
        redirect_uri: 'http://127.0.0.1:8888/',
        client_id: 'a-client-id',
        code_verifier: exchange.request.codeVerifier,
      });
    },
  );

  it('has secret and verifier in the body for authorization_code, and no header that needs a preflight', async () => {
    const { fetch, sent } = recordingFetch(jsonAnswer(answer));
    const exchange = { ...exchangeFor('authorization_code', fetch), clientSecret };
    await exchangeCode(exchange);
    expect(sent[0]?.form).toMatchObject({
      client_id: 'a-client-id',
      client_secret: clientSecret,
      code_verifier: exchange.request.codeVerifier,
    });
    const names = [...new Headers(sent[0]?.init.headers).keys()].filter((name) => name !== 'user-agent');
    expect(names.toSorted()).toEqual(['accept', 'content-type']);
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it.each([undefined, ''])('is not sent if a needed secret is missing (%j)', async (missing) => {
    const { fetch, sent } = recordingFetch();
    const error = await failureOf(() =>
      exchangeCode({ ...exchangeFor('authorization_code', fetch), clientSecret: missing }),
    );
    expect(error.code).toBe('invalid_client');
    expect(sent).toHaveLength(0);
  });

  it('is not sent with a callback of another request', async () => {
    const { fetch, sent } = recordingFetch();
    const { callback } = exchangeFor('authorization_code_pkce', fetch);
    const error = await failureOf(() => exchangeCode({ ...exchangeFor('authorization_code_pkce', fetch), callback }));
    expect(error.code).toBe('state_mismatch');
    expect(sent).toHaveLength(0);
  });

  it('is not sent over plain http to another machine', async () => {
    const { fetch, sent } = recordingFetch();
    const endpoints = { ...spotify, accountsUrl: 'http://accounts.example.com' };
    const error = await failureOf(() => exchangeCode({ ...exchangeFor('authorization_code_pkce', fetch), endpoints }));
    expect(error.code).toBe('endpoint_refused');
    expect(sent).toHaveLength(0);
  });

  it('is not retried', async () => {
    const { fetch, sent } = recordingFetch(jsonAnswer({}, 503), jsonAnswer(answer));
    expect((await failureOf(() => exchangeCode(exchangeFor('temporary', fetch)))).code).toBe('spotify_unavailable');
    expect(sent).toHaveLength(1);
  });
});

describe('the token set', () => {
  it('has tokens, times and scopes', async () => {
    const tokens = await tokensFrom(answer, 'authorization_code');
    expect(tokens).toMatchObject({
      grant: 'authorization_code',
      accessToken: 'BQ-access',
      refreshToken: 'AQ-refresh',
      scopes: ['user-top-read'],
      askedScopes: ['user-top-read', 'user-read-email'],
      authorizedAt: sentAt,
      obtainedAt: sentAt,
      accessTokenExpiresAt: sentAt + 3_600_000,
      refreshTokenExpiresAt: sentAt + 180 * 86_400_000,
      rotated: false,
      lacksRefreshToken: false,
    });
  });

  it('counts the six months from consent, not from the exchange', async () => {
    const { fetch } = recordingFetch(jsonAnswer(answer));
    const authorizedAt = sentAt - 240_000;
    const tokens = await exchangeCode({ ...exchangeFor('authorization_code', fetch), clientSecret, authorizedAt });
    expect(tokens).toMatchObject({ authorizedAt, refreshTokenExpiresAt: authorizedAt + 180 * 86_400_000 });
  });

  it('has no refresh token for the grant temporary', async () => {
    const tokens = await tokensFrom(answer, 'temporary');
    expect(tokens).toMatchObject({ accessToken: 'BQ-access', refreshToken: undefined, lacksRefreshToken: false });
    expect(tokens.refreshTokenExpiresAt).toBeUndefined();
  });

  it.each([undefined, null, '', 7, {}, ['AQ'], 'AQ\n'])('lacks a refresh token if the answer has %j', async (value) => {
    const tokens = await tokensFrom({ ...answer, refresh_token: value });
    expect(tokens).toMatchObject({ accessToken: 'BQ-access', refreshToken: undefined, lacksRefreshToken: true });
  });

  it.each([undefined, null, '3600', 0, 5e-324, -1, 1e9, 86_401, '', {}, [], true])(
    'has tokens of unknown lifetime if the answer has %j',
    async (value) => {
      const tokens = await tokensFrom({ ...answer, expires_in: value });
      expect(tokens).toMatchObject({ accessToken: 'BQ-access', refreshToken: 'AQ-refresh' });
      expect(tokens.accessTokenExpiresAt).toBeUndefined();
    },
  );

  it.each([
    [undefined, undefined],
    [null, undefined],
    [['user-top-read'], undefined],
    ['', []],
    ['a  b a', ['a', 'b']],
  ])('reads the granted scopes %j as %j', async (scope, scopes) => {
    expect((await tokensFrom({ ...answer, scope })).scopes).toEqual(scopes);
  });

  it.each([undefined, null, '', 'bearer', 'BEARER'])('accepts the token type %j', async (value) => {
    expect((await tokensFrom({ ...answer, token_type: value })).accessToken).toBe('BQ-access');
  });

  it.each([
    ['an ID token', { id_token: 'not.a.jwt' }],
    ['an empty error', { error: '' }],
    ['an error that is null', { error: null }],
    ['unknown fields', { constructor: 1, toString: {}, scope_v2: [] }],
  ])('ignores %s', async (_, more) => {
    expect((await tokensFrom({ ...answer, ...more })).refreshToken).toBe('AQ-refresh');
  });

  it('accepts JSON sent as text, a byte order mark, and status 201', async () => {
    const body = `\ufeff${JSON.stringify(answer)}`;
    const { fetch } = recordingFetch(new Response(body, { status: 201, headers: { 'content-type': 'text/plain' } }));
    expect((await exchangeCode(exchangeFor('authorization_code_pkce', fetch))).accessToken).toBe('BQ-access');
  });
});

describe('any answer', () => {
  it('gives valid tokens or a RefrainError', async () => {
    const wild = fc.oneof(fc.jsonValue(), fc.constantFrom('BQ', 'Bearer', 3600, '', null, 'invalid_grant'));
    const keys = fc.constantFrom(...Object.keys(answer), 'error', 'error_description', 'id_token', '__proto__');
    const bodies = fc.oneof(
      wild,
      fc.dictionary(keys, wild),
      fc.dictionary(keys, wild).map((odd) => ({ ...answer, ...odd })),
    );
    const texts = fc.oneof(
      fc.string(),
      bodies.map((body) => JSON.stringify(body)),
    );
    const statuses = fc.oneof(fc.constantFrom(200, 200, 400, 401, 429, 503), fc.integer({ min: 200, max: 599 }));
    await fc.assert(
      fc.asyncProperty(statuses, texts, async (status, text) => {
        const isBodiless = [204, 205, 304].includes(status);
        const { fetch } = recordingFetch(new Response(isBodiless ? null : text, { status }));
        try {
          const tokens = await exchangeCode(exchangeFor('authorization_code_pkce', fetch));
          expect(tokens.accessToken).toMatch(/^[ -~]+$/);
          expect(tokens.refreshToken ?? 'none').toMatch(/^[ -~]+$/);
          expect(tokens.accessTokenExpiresAt ?? sentAt + 1).toBeGreaterThan(sentAt);
        } catch (error) {
          if (!isRefrainError(error)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an error', () => {
  it('holds no secret that was sent, even if the answer repeats it', async () => {
    const exchange = exchangeFor('authorization_code', async (_, init) => {
      const said = Object.values(Object.fromEntries(new URLSearchParams(String(init?.body)))).join(' ');
      return jsonAnswer({ error: 'invalid_request', error_description: said }, 400);
    });
    const error = await failureOf(() => exchangeCode({ ...exchange, clientSecret }));
    const shown = inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error);
    for (const secret of [clientSecret, 'AQ-code', exchange.request.codeVerifier]) expect(shown).not.toContain(secret);
    expect(error.spotifySaid).toContain('a-client-id');
  });

  it('says when to try again, if Spotify does', async () => {
    const { fetch } = recordingFetch(jsonAnswer({}, 429, { 'retry-after': '7' }));
    const error = await failureOf(() => exchangeCode(exchangeFor('temporary', fetch)));
    expect(error).toMatchObject({ code: 'rate_limited', retryAt: sentAt + 7000 });
  });

  it('leaves the callback usable with the right secret', async () => {
    const refusal = { error: 'invalid_client', error_description: 'Invalid client secret' };
    const { fetch, sent } = recordingFetch(jsonAnswer(refusal, 400), jsonAnswer(answer));
    const exchange = exchangeFor('authorization_code', fetch);
    const error = await failureOf(() => exchangeCode({ ...exchange, clientSecret: 'wrong' }));
    expect(error.code).toBe('client_secret_wrong');
    const tokens = await exchangeCode({ ...exchange, clientSecret });
    expect(tokens.refreshToken).toBe('AQ-refresh');
    expect(sent.map(({ form }) => form['code'])).toEqual(['AQ-code', 'AQ-code']);
  });
});
