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

/** The library and the emulator with one clock, and a user who approves everything. */
function createBench(scopes: readonly string[] = ['user-read-recently-played', 'user-top-read']) {
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
  async function refresh(refreshToken: string | undefined, secret?: string) {
    return refreshTokens({
      ...world,
      clientId,
      clientSecret: secret,
      refreshToken: refreshToken ?? '',
      authorizedAt: start,
    });
  }
  return { controls, world, callbackFor, tokensFor, refresh };
}

const consentGrants = grants.filter((grant): grant is ConsentGrant => grant !== 'client_credentials');

describe('the library, with the emulator as Spotify', () => {
  it.each(consentGrants)('gets the tokens of %s, and reads the last plays with them', async (grant) => {
    const { tokensFor, world } = createBench();
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

  it('gets a token for the app, which cannot read an account', async () => {
    const { world } = createBench();
    const { accessToken } = await getClientCredentialsToken({ ...world, clientId, clientSecret });
    expect(isRefrainError(await failureOf(() => getAccount({ ...world, accessToken })))).toBe(true);
  });

  it('reads the history of every listener', async () => {
    const { controls, tokensFor, world } = createBench();
    for (const { id } of controls.state().listeners) {
      controls.signIn({ listener: id });
      // In sequence: only one listener is signed in at a time.
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
    const { controls, tokensFor, refresh } = createBench();
    const { refreshToken } = await tokensFor(grant);
    controls.moveClock({ advanceDays: 150 });
    const late = await refresh(refreshToken, secret);
    expect(late).toMatchObject({ refreshToken, rotated: false, refreshTokenExpiresAt: start + 180 * day });
    controls.moveClock({ advanceDays: 35 });
    expect((await failureOf(() => refresh(refreshToken, secret))).code).toBe('refresh_token_expired');
  });

  it('uses the rotated token, and rejects a spent one early', async () => {
    const { controls, tokensFor, refresh } = createBench();
    controls.set({ rotatesRefreshTokens: true });
    const first = await tokensFor('authorization_code_pkce');
    const second = await refresh(first.refreshToken);
    expect(second.rotated).toBe(true);
    expect((await failureOf(() => refresh(first.refreshToken))).code).toBe('refresh_token_suspect');
    expect((await failureOf(() => refresh(second.refreshToken))).code).toBe('refresh_token_suspect');
  });

  it('needs the client secret for a token that was issued with it', async () => {
    const { tokensFor, refresh } = createBench();
    const { refreshToken } = await tokensFor('authorization_code');
    expect((await failureOf(() => refresh(refreshToken))).code).toBe('invalid_request');
    expect((await failureOf(() => refresh(refreshToken, 'wrong'))).code).toBe('client_secret_wrong');
  });

  it('reports that the user declined', async () => {
    const { controls, callbackFor } = createBench();
    controls.set({ consent: 'cancel' });
    const { request, parameters } = await callbackFor('temporary');
    expect((await failureOf(() => checkCallback(parameters, request, spotify))).code).toBe('access_denied');
  });

  it('distinguishes user list, Premium and a bad token', async () => {
    const { controls, tokensFor, world } = createBench();
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

  it('reports a missing scope', async () => {
    const { tokensFor, world } = createBench([]);
    const { accessToken } = await tokensFor('temporary');
    const error = await failureOf(() => getRecentlyPlayed({ ...world, accessToken }));
    expect(error).toMatchObject({ code: 'scope_missing', spotifySaid: 'Insufficient client scope' });
  });

  it.each(faultNames)('turns the fault %s into a RefrainError', async (fault) => {
    const { controls, callbackFor, tokensFor, world } = createBench();
    const { accessToken, refreshToken } = await tokensFor('authorization_code_pkce');
    const { request, parameters } = await callbackFor('authorization_code');
    const callback = checkCallback(parameters, request, spotify);
    // Ends the stall once all requests have been sent.
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
