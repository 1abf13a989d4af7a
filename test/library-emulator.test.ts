import { describe, expect, it } from 'vitest';
import { createEmulator, faultNames, practiceApp } from '../src/emulator/index.ts';
import {
  buildAuthorizationUrl,
  checkCallback,
  createAuthorizationRequest,
  exchangeCode,
  getAccount,
  getClientCredentialsToken,
  getRecentlyPlayed,
  grants,
  isRefrainError,
  refreshTokens,
  spotify,
  type ConsentGrant,
} from '../src/index.ts';
import { failureOf } from './support/failure-of.ts';

const { clientId, clientSecret } = practiceApp;
const day = 86_400_000;
const start = Date.UTC(2026, 10, 24, 10);

/** The library and the emulator, with one clock, and a listener who agrees to everything. */
function practise(scopes: readonly string[] = ['user-read-recently-played', 'user-top-read']) {
  const { fetch: answer, controls } = createEmulator({ clock: { now: () => start } });
  controls.set({ consent: 'agree' });
  const fetch: typeof globalThis.fetch = (input, init) => answer(input as string, init);
  const world = { endpoints: spotify, fetch, now: () => controls.state().now };

  async function callbackFor(grant: ConsentGrant) {
    const request = createAuthorizationRequest({ grant, clientId, redirectUri: 'http://127.0.0.1:8888/', scopes });
    const consent = await fetch(await buildAuthorizationUrl(request, spotify), { redirect: 'manual' });
    return { request, parameters: new URL(consent.headers.get('location') ?? '').searchParams };
  }
  async function tokensFor(grant: ConsentGrant) {
    const { request, parameters } = await callbackFor(grant);
    const callback = checkCallback(parameters, request, spotify);
    return exchangeCode({ request, callback, clientSecret, ...world });
  }
  async function refreshed(refreshToken: string | undefined, secret?: string) {
    return refreshTokens({
      ...world,
      clientId,
      clientSecret: secret,
      refreshToken: refreshToken ?? '',
      authorizedAt: start,
    });
  }
  return { controls, world, callbackFor, tokensFor, refreshed };
}

const consentGrants = grants.filter((grant): grant is ConsentGrant => grant !== 'client_credentials');

describe('the library, with the emulator as Spotify', () => {
  it.each(consentGrants)('gets what %s promises, and the first plays with it', async (grant) => {
    const { tokensFor, world } = practise();
    const tokens = await tokensFor(grant);
    expect(tokens).toMatchObject({ grant, authorizedAt: start, accessTokenExpiresAt: start + 3_600_000 });
    expect(tokens.scopes).toEqual(tokens.askedScopes);
    expect(tokens.refreshToken === undefined).toBe(grant === 'temporary');
    const request = { ...world, accessToken: tokens.accessToken };
    expect((await getAccount(request)).url).toMatch(/^https:\/\/open\.spotify\.com\//);
    const plays = await getRecentlyPlayed({ ...request, limit: 5 });
    expect(plays).toHaveLength(5);
    expect(plays.map(({ playedAt }) => playedAt)).toEqual(
      plays.map(({ playedAt }) => playedAt).toSorted((a, b) => b - a),
    );
  });

  it('gets a token in the app’s own name, which knows no listener', async () => {
    const { world } = practise();
    const { accessToken } = await getClientCredentialsToken({ ...world, clientId, clientSecret });
    expect(isRefrainError(await failureOf(() => getAccount({ ...world, accessToken })))).toBe(true);
  });

  it('reads every listener’s history', async () => {
    const { controls, tokensFor, world } = practise();
    for (const { id } of controls.state().listeners) {
      controls.signIn({ listener: id });
      // One listener after the other.
      const { accessToken } = await tokensFor('temporary');
      expect((await getAccount({ ...world, accessToken })).id).toBe(id);
      const plays = await getRecentlyPlayed({ ...world, accessToken, limit: 50 });
      expect(plays.every(({ item }) => item.isLocal || item.url !== undefined)).toBe(true);
    }
  });

  it.each([
    ['authorization_code_pkce', undefined],
    ['authorization_code', clientSecret],
  ] as const)('refreshes for six months and not a day longer (%s)', async (grant, secret) => {
    const { controls, tokensFor, refreshed } = practise();
    const { refreshToken } = await tokensFor(grant);
    controls.moveClock({ advanceDays: 150 });
    const late = await refreshed(refreshToken, secret);
    expect(late).toMatchObject({ refreshToken, rotated: false, refreshTokenExpiresAt: start + 180 * day });
    controls.moveClock({ advanceDays: 35 });
    expect((await failureOf(() => refreshed(refreshToken, secret))).code).toBe('refresh_token_expired');
  });

  it('follows rotation, and suspects what was spent', async () => {
    const { controls, tokensFor, refreshed } = practise();
    controls.set({ rotatesRefreshTokens: true });
    const first = await tokensFor('authorization_code_pkce');
    const second = await refreshed(first.refreshToken);
    expect(second.rotated).toBe(true);
    expect((await failureOf(() => refreshed(first.refreshToken))).code).toBe('refresh_token_suspect');
    expect((await failureOf(() => refreshed(second.refreshToken))).code).toBe('refresh_token_suspect');
  });

  it('needs the secret again for a token that was got with it', async () => {
    const { tokensFor, refreshed } = practise();
    const { refreshToken } = await tokensFor('authorization_code');
    expect((await failureOf(() => refreshed(refreshToken))).code).toBe('invalid_request');
    expect((await failureOf(() => refreshed(refreshToken, 'wrong'))).code).toBe('client_secret_wrong');
  });

  it('is told no', async () => {
    const { controls, callbackFor } = practise();
    controls.set({ consent: 'cancel' });
    const { request, parameters } = await callbackFor('temporary');
    expect((await failureOf(() => checkCallback(parameters, request, spotify))).code).toBe('access_denied');
  });

  it('tells the two gates from a bad token', async () => {
    const { controls, tokensFor, world } = practise();
    const { accessToken } = await tokensFor('authorization_code_pkce');
    const code = async () => (await failureOf(() => getAccount({ ...world, accessToken }))).code;
    controls.changeApp(clientId, { allowlist: [] });
    expect(await code()).toBe('user_not_registered');
    controls.changeApp(clientId, { allowlist: null, ownerPremium: false });
    expect(await code()).toBe('premium_required');
    controls.changeApp(clientId, { ownerPremium: true });
    controls.moveClock({ advanceMs: 3_600_001 });
    expect(await code()).toBe('access_token_expired');
  });

  it('misses a scope', async () => {
    const { tokensFor, world } = practise([]);
    const { accessToken } = await tokensFor('temporary');
    const error = await failureOf(() => getRecentlyPlayed({ ...world, accessToken }));
    expect(error).toMatchObject({ code: 'scope_missing', spotifySaid: 'Insufficient client scope' });
  });

  it.each(faultNames)('makes tokens and plays or a RefrainError of every fault that was seen: %s', async (fault) => {
    const { controls, callbackFor, tokensFor, world } = practise();
    const { accessToken, refreshToken } = await tokensFor('authorization_code_pkce');
    const { request, parameters } = await callbackFor('authorization_code');
    const callback = checkCallback(parameters, request, spotify);
    // A stall ends when it is plain that nothing comes.
    const end = new AbortController();
    const ask = { ...world, deadline: () => (fault === 'stall' ? end.signal : new AbortController().signal) };
    const all = Promise.allSettled(
      [
        () => exchangeCode({ request, callback, clientSecret, ...ask }),
        () => refreshTokens({ ...ask, clientId, refreshToken: refreshToken ?? '' }),
        () => getAccount({ ...ask, accessToken }),
        () => getRecentlyPlayed({ ...ask, accessToken }),
      ].map((send) => {
        controls.answerNext(fault);
        return send();
      }),
    );
    setImmediate(() => end.abort());
    const failures = (await all).flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) expect(isRefrainError(failure)).toBe(true);
  });
});
