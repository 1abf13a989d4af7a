import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { jsonAnswer, recordingFetch } from '../../test/support/spotify/recording-fetch.ts';
import { spotify } from '../spotify/endpoints.ts';
import { getAccount, isDifferentAccount } from './account.ts';

const now = Date.UTC(2026, 10, 24, 10);
const profile = {
  id: 'ada',
  account_id: 'acc-1',
  display_name: 'Ada Okafor',
  external_urls: { spotify: 'https://open.spotify.com/user/ada' },
  images: [
    { url: 'https://i.scdn.co/image/large', width: 640, height: 640 },
    { url: 'https://i.scdn.co/image/middle', width: 300, height: 300 },
    { url: 'https://i.scdn.co/image/small', width: 64, height: 64 },
  ],
};

function accountFrom(answer: Response) {
  const { fetch, sent } = recordingFetch(answer);
  const request = { accessToken: 'BQ-access', endpoints: spotify, fetch, now: () => now };
  return { sent, work: () => getAccount(request) };
}

describe('getAccount', () => {
  it('sends the token in the header only', async () => {
    const { sent, work } = accountFrom(jsonAnswer(profile));
    await work();
    expect(sent.map(({ url }) => url)).toEqual(['https://api.spotify.com/v1/me']);
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer BQ-access');
  });

  it('reads the account, with a small picture', async () => {
    expect(await accountFrom(jsonAnswer(profile)).work()).toEqual({
      id: 'ada',
      accountId: 'acc-1',
      displayName: 'Ada Okafor',
      url: 'https://open.spotify.com/user/ada',
      imageUrl: 'https://i.scdn.co/image/middle',
    });
  });

  it.each([
    ['display_name', null, 'displayName'],
    ['display_name', { first: 'Ada' }, 'displayName'],
    ['account_id', 7, 'accountId'],
    ['external_urls', {}, 'url'],
    ['external_urls', { spotify: 'javascript:alert(1)' }, 'url'],
    ['external_urls', { spotify: 'http://open.spotify.com/user/ada' }, 'url'],
    ['external_urls', { spotify: 'https://open.spotify.com.evil.example/' }, 'url'],
    ['external_urls', { spotify: 'https://open.spotify.com@evil.example/' }, 'url'],
    ['external_urls', { spotify: 'https://me:pass@open.spotify.com/user/ada' }, 'url'],
    ['images', [], 'imageUrl'],
    ['images', 'https://i.scdn.co/image/x', 'imageUrl'],
    ['images', [null, {}, { url: 7 }, { url: 'data:image/png;base64,AA' }], 'imageUrl'],
  ])('leaves out %s when it is %j', async (name, value, missing) => {
    const account = await accountFrom(jsonAnswer({ ...profile, [name]: value })).work();
    expect(account).toMatchObject({ id: 'ada', [missing]: undefined });
  });

  it('accepts a picture without a size', async () => {
    const images = [{ url: 'https://i.scdn.co/image/only', width: null, height: null }];
    expect((await accountFrom(jsonAnswer({ ...profile, images })).work()).imageUrl).toBe(
      'https://i.scdn.co/image/only',
    );
  });

  it.each([{}, { id: 7 }, { id: '' }, { id: null }, []])('finds no account in %j', async (body) => {
    expect((await failureOf(accountFrom(jsonAnswer(body)).work)).code).toBe('answer_unreadable');
  });
});

const spotifySays = (status: number, message: string) => jsonAnswer({ error: { status, message } }, status);
const text = (status: number, body: string) =>
  new Response(body, { status, headers: { 'content-type': 'text/plain' } });
const notRegistered =
  'The user is not registered for this application. Please check your settings on https://developer.spotify.com/dashboard.';
const premiumRequired =
  'Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours.';

describe('an error of the Web API', () => {
  it.each([
    ['expired', spotifySays(401, 'The access token expired'), 'access_token_expired'],
    ['invalid', spotifySays(401, 'Invalid access token'), 'access_token_expired'],
    ['no token', spotifySays(401, 'No token provided'), 'access_token_expired'],
    ['common text of 2026', spotifySays(401, 'Missing/invalid/expired access token'), 'access_token_expired'],
    ['empty header', spotifySays(400, 'Only valid bearer authentication supported'), 'access_token_expired'],
    ['live player', spotifySays(401, 'Permissions missing'), 'scope_missing'],
    ['scope', spotifySays(403, 'Insufficient client scope'), 'scope_missing'],
    ['not registered, text', text(403, notRegistered), 'user_not_registered'],
    ['not registered, JSON', spotifySays(403, notRegistered), 'user_not_registered'],
    ['not registered, older', text(403, 'User not registered in the Developer Dashboard'), 'user_not_registered'],
    [
      'not registered, oldest',
      text(403, 'Check settings on developer.spotify.com/dashboard, the user may not be registered.'),
      'user_not_registered',
    ],
    ['Premium, text', text(403, premiumRequired), 'premium_required'],
    ['Premium, JSON', spotifySays(403, premiumRequired), 'premium_required'],
    ['anything else', text(403, 'Forbidden'), 'forbidden'],
    ['empty body', text(403, ''), 'forbidden'],
    ['a proxy', new Response('<h1>Blocked</h1>', { status: 403 }), 'answer_unreadable'],
    ['not found', spotifySays(404, 'Service not found'), 'web_api_refused'],
    ['a wrong request', spotifySays(400, 'non existing id'), 'web_api_refused'],
    ['not found by a proxy', text(404, 'Not found'), 'answer_unreadable'],
    ['JSON of a proxy', jsonAnswer({ status: 'blocked' }, 404), 'answer_unreadable'],
    ['rate limit', spotifySays(429, 'Too many requests'), 'rate_limited'],
    ['rate limit as text', text(429, 'Too many requests'), 'rate_limited'],
    [
      'quota',
      jsonAnswer({ error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } }, 429),
      'quota_exceeded',
    ],
    ['server error', spotifySays(502, 'Bad gateway'), 'spotify_unavailable'],
    ['server error as HTML', new Response('<html>', { status: 503 }), 'spotify_unavailable'],
    ['a login page', new Response('<html>Wi-Fi</html>'), 'answer_unreadable'],
    ['no content', new Response(null, { status: 204 }), 'answer_unreadable'],
  ])('recognizes %s', async (_, answer, code) => {
    expect((await failureOf(accountFrom(answer).work)).code).toBe(code);
  });

  it('has Spotify’s message without the token, and the time of the next try', async () => {
    const error = await failureOf(accountFrom(text(403, 'BQ-access may not')).work);
    expect(error.spotifySaid).toBe('[redacted] may not');
    const rateLimit = jsonAnswer({}, 429, { 'retry-after': '4' });
    expect((await failureOf(accountFrom(rateLimit).work)).retryAt).toBe(now + 4000);
    const outage = jsonAnswer({}, 503, { 'retry-after': '60' });
    expect((await failureOf(accountFrom(outage).work)).retryAt).toBe(now + 60_000);
  });

  it.each(['', 'BQ access', 'BQ\r\nHost: evil.example', 'BQ-\u00e9'])(
    'sends nothing if the text cannot be a token: %j',
    async (accessToken) => {
      const { fetch, sent } = recordingFetch();
      const error = await failureOf(() => getAccount({ accessToken, endpoints: spotify, fetch, now: () => now }));
      expect(error.code).toBe('access_token_expired');
      expect(sent).toHaveLength(0);
    },
  );

  it('sends no token over plain http', async () => {
    const { fetch, sent } = recordingFetch();
    const endpoints = { ...spotify, apiUrl: 'http://api.example.com' };
    const error = await failureOf(() => getAccount({ accessToken: 'BQ', endpoints, fetch, now: () => now }));
    expect(error.code).toBe('endpoint_refused');
    expect(sent).toHaveLength(0);
  });
});

it.each([
  [{ id: 'a' }, { id: 'a' }, false],
  [{ id: 'a' }, { id: 'b' }, true],
  [{ id: 'a', accountId: '1' }, { id: 'b', accountId: '1' }, false],
  [{ id: 'a', accountId: '1' }, { id: 'a', accountId: '2' }, true],
  [{ id: 'a', accountId: '1' }, { id: 'a' }, false],
  [undefined, { id: 'a' }, undefined],
  [{ id: 'a' }, undefined, undefined],
])('%j and %j are different: %s', (one, other, expected) => {
  expect(isDifferentAccount(one, other)).toBe(expected);
});
