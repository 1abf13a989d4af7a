import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { jsonAnswer, recordingFetch } from '../../test/support/spotify/recording-fetch.ts';
import { spotify } from '../spotify/endpoints.ts';
import { refreshTokens, type TokenRefresh } from './refresh.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 10);
const answer = { access_token: 'BQ-new', token_type: 'Bearer', expires_in: 3600, scope: 'user-top-read' };

function refreshWith(answers: readonly Response[], more: Partial<TokenRefresh> = {}) {
  const { fetch, sent } = recordingFetch(...answers);
  const refresh = {
    clientId: 'a-client-id',
    refreshToken: 'AQ-old',
    endpoints: spotify,
    fetch,
    now: () => now,
    ...more,
  };
  return { sent, work: () => refreshTokens(refresh) };
}

describe('the request', () => {
  it('has the refresh token and the client ID', async () => {
    const { sent, work } = refreshWith([jsonAnswer(answer)]);
    await work();
    const form = { grant_type: 'refresh_token', refresh_token: 'AQ-old', client_id: 'a-client-id' };
    expect(sent.map((request) => [request.url, request.form])).toEqual([
      ['https://accounts.spotify.com/api/token', form],
    ]);
  });

  it('has the secret if it is given', async () => {
    const { sent, work } = refreshWith([jsonAnswer(answer)], { clientSecret: 'hush' });
    await work();
    expect(sent[0]?.form).toMatchObject({ client_id: 'a-client-id', client_secret: 'hush' });
  });

  it.each([
    [{ refreshToken: '' }, 'refresh_token_refused'],
    [{ clientId: '' }, 'client_id_missing'],
  ])('is not sent with %j', async (more, code) => {
    const { sent, work } = refreshWith([], more);
    expect((await failureOf(work)).code).toBe(code);
    expect(sent).toHaveLength(0);
  });

  it('is not retried', async () => {
    const refusal = jsonAnswer({ error: 'invalid_request' }, 400);
    const { sent, work } = refreshWith([refusal, jsonAnswer(answer)], { clientSecret: 'hush' });
    await failureOf(work);
    expect(sent).toHaveLength(1);
  });
});

describe('the granted scopes', () => {
  const before = ['user-top-read', 'playlist-read-private'];
  it.each([
    ['are those of the answer', answer.scope, ['user-top-read']],
    ['stay the same if the answer has none', undefined, before],
    [
      'are without those that could control a terminal',
      'user-top-read \u001b[31mred \u202eder "quoted" a\\b',
      ['user-top-read'],
    ],
  ])('%s', async (_, scope, scopes) => {
    const { work } = refreshWith([jsonAnswer({ ...answer, scope })], { scopes: before });
    expect((await work()).scopes).toEqual(scopes);
  });
});

describe('the refresh token to keep', () => {
  it.each([undefined, null, '', 7, {}, ['AQ-new'], 'AQ-\u0000'])(
    'the old one, when the answer has %j',
    async (value) => {
      const tokens = await refreshWith([jsonAnswer({ ...answer, refresh_token: value })]).work();
      expect(tokens).toMatchObject({ accessToken: 'BQ-new', refreshToken: 'AQ-old', rotated: false });
    },
  );

  it('is the new one of the answer', async () => {
    const tokens = await refreshWith([jsonAnswer({ ...answer, refresh_token: 'AQ-new' })]).work();
    expect(tokens).toMatchObject({ refreshToken: 'AQ-new', rotated: true });
  });

  it('is the same if the answer repeats it', async () => {
    const tokens = await refreshWith([jsonAnswer({ ...answer, refresh_token: 'AQ-old' })]).work();
    expect(tokens).toMatchObject({ refreshToken: 'AQ-old', rotated: false });
  });
});

describe('the lifetimes', () => {
  it('count from consent, also after a refresh that rotates', async () => {
    const authorizedAt = now - 100 * day;
    const facts = { authorizedAt, grant: 'authorization_code', askedScopes: ['user-top-read', 'streaming'] } as const;
    const tokens = await refreshWith([jsonAnswer({ ...answer, refresh_token: 'AQ-new' })], facts).work();
    expect(tokens).toMatchObject({
      ...facts,
      obtainedAt: now,
      accessTokenExpiresAt: now + 3_600_000,
      refreshTokenExpiresAt: now + 80 * day,
    });
  });

  it('are unknown without the date of consent', async () => {
    const tokens = await refreshWith([jsonAnswer(answer)]).work();
    expect(tokens.authorizedAt).toBeUndefined();
    expect(tokens.refreshTokenExpiresAt).toBeUndefined();
  });
});

describe('a refused refresh token', () => {
  const revoked = { error: 'invalid_grant', error_description: 'Refresh token revoked' };

  it.each([
    ['on day 180', now - 180 * day, 'refresh_token_expired'],
    ['a year on', now - 365 * day, 'refresh_token_expired'],
    ['a moment before day 180', now - 180 * day + 1, 'refresh_token_suspect'],
    ['on the first day', now, 'refresh_token_suspect'],
    ['with a consent in the future', now + day, 'refresh_token_suspect'],
    ['at an unknown age', undefined, 'refresh_token_refused'],
  ])('gives an error by its age: %s', async (_, authorizedAt, code) => {
    const error = await failureOf(refreshWith([jsonAnswer(revoked, 400)], { authorizedAt }).work);
    expect(error).toMatchObject({ code, spotifySaid: 'invalid_grant: Refresh token revoked' });
  });

  it.each([401, 403, 404])('stays valid after invalid_grant with status %d', async (status) => {
    const error = await failureOf(refreshWith([jsonAnswer(revoked, status)], { authorizedAt: now - 200 * day }).work);
    expect(error.code).toBe('token_request_refused');
  });

  it.each([
    [500, 'spotify_unavailable'],
    [503, 'spotify_unavailable'],
    [429, 'rate_limited'],
  ])('is not refused by status %d, with any body', async (status, code) => {
    const error = await failureOf(refreshWith([jsonAnswer(revoked, status)], { authorizedAt: now - 200 * day }).work);
    expect(error.code).toBe(code);
  });

  it.each([
    ['invalid_client', 'Invalid client', 'invalid_client'],
    ['invalid_client', 'Invalid client secret', 'client_secret_wrong'],
    ['invalid_request', 'refresh_token must be supplied', 'invalid_request'],
    ['something_new', '', 'token_request_refused'],
  ])('%s (%s) is the error %s', async (error, error_description, code) => {
    expect((await failureOf(refreshWith([jsonAnswer({ error, error_description }, 400)]).work)).code).toBe(code);
  });

  it('says when the quota is available again', async () => {
    const body = { error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } };
    const error = await failureOf(refreshWith([jsonAnswer(body, 429, { 'retry-after': '48925' })]).work);
    expect(error).toMatchObject({ code: 'quota_exceeded', retryAt: now + 48_925_000 });
  });

  it('has no refresh token and no secret in its error', async () => {
    const body = { error: 'AQ-old', error_description: 'AQ-old and hush' };
    const error = await failureOf(refreshWith([jsonAnswer(body, 400)], { clientSecret: 'hush' }).work);
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/AQ-old|hush/);
  });
});
