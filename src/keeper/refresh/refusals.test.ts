import { describe, expect, it } from 'vitest';
import type { TokenKeeper } from '../../index.ts';
import { failureOf } from '../../../test/support/failure-of.ts';
import { clientId, day, hour, keeperBench, minute } from '../../../test/support/keeper/keeper-bench.ts';

describe('a token that Spotify rejects early', () => {
  it('is suspect and kept, and live again when Spotify accepts it', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 10 * day;
    bench.controls.answerNext('refresh_token_called_revoked');
    const failure = await failureOf(() => keeper.accessToken());
    expect(failure).toMatchObject({ code: 'refresh_token_suspect', spotifySaid: expect.stringContaining('revoked') });
    expect(failure.retryAt).toBe(bench.clock.now() + 15 * minute);
    expect(await keeper.state()).toMatchObject({ state: 'suspect', nextTryAt: bench.clock.now() + 15 * minute });
    bench.clock.time += 15 * minute;
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await keeper.state()).toMatchObject({ state: 'live', nextTryAt: undefined, refusal: undefined });
  });

  it.each([
    ['an hour', hour, 3],
    ['a day', day, 4],
    ['a week', 7 * day, 10],
  ])('for %s causes few requests, with several processes too', async (_, outage, most) => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 10 * day;
    const began = bench.clock.now();
    const processes = Array.from({ length: 3 }, () => bench.keeper());
    for (; bench.clock.now() < began + outage; bench.clock.time += 15 * minute) {
      bench.controls.forgetAnswers();
      bench.controls.answerNext({ path: '/api/token', times: 99, status: 400, body: { error: 'invalid_grant' } });
      for (const one of processes) await failureOf(() => one.accessToken());
    }
    bench.controls.forgetAnswers();
    expect(bench.refreshes.length).toBeLessThanOrEqual(most);
    const firstDay = bench.refreshes.filter(({ at }) => at < began + day);
    expect(firstDay.length).toBeLessThanOrEqual(4);
    bench.clock.time += day;
    expect(await processes[0]?.accessToken()).toMatch(/./);
  });

  it('is tried at most once a minute if a person asks', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ path: '/api/token', times: 99, status: 400, body: { error: 'invalid_grant' } });
    for (let asked = 0; asked < 5; asked++) {
      expect(await failureOf(() => keeper.refreshNow())).toMatchObject({ code: 'refresh_token_suspect' });
    }
    expect(bench.refreshes).toHaveLength(1);
    bench.controls.forgetAnswers();
    bench.clock.time += minute;
    await bench.keeper().refreshNow();
    expect((await keeper.state()).state).toBe('live');
  });

  it('still gives its valid access token', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const valid = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    bench.controls.answerNext('refresh_token_called_revoked');
    expect(await keeper.accessToken()).toBe(valid);
    expect(await bench.keeper().accessToken()).toBe(valid);
    expect(bench.refreshes).toHaveLength(1);
  });
});

describe('a token that Spotify refuses on or after day 180', () => {
  it('is expired, and is not sent again', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 180 * day;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_expired' });
    bench.clock.time += 10 * day;
    expect(await failureOf(() => bench.keeper().accessToken())).toMatchObject({ code: 'refresh_token_expired' });
    expect(bench.refreshes).toHaveLength(1);
    expect(await keeper.state()).toMatchObject({ state: 'expired', daysLeft: 0, nextTryAt: undefined });
  });

  it('is used until Spotify refuses it, whatever the date', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 183 * day;
    bench.controls.moveClock({ advanceDays: -10 });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await keeper.state()).toMatchObject({ state: 'expiring', daysLeft: 0 });
  });

  it('is expired 180 days after it was first seen if the date of consent is not known', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent();
    bench.clock.time += 100 * day;
    const keeper = bench.keeper({ seed: { refreshToken } });
    await keeper.accessToken();
    expect(await keeper.state()).toMatchObject({
      state: 'unknown',
      daysLeft: undefined,
      refreshTokenExpiresAt: undefined,
    });
    bench.clock.time += 80 * day;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_suspect' });
    expect((await keeper.state()).state).toBe('suspect');
    bench.clock.time += 100 * day;
    expect((await keeper.state()).state).toBe('expired');
  });

  it('is replaced by a new consent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 200 * day;
    await failureOf(() => keeper.accessToken());
    await keeper.adopt(await bench.consent());
    expect(await keeper.state()).toMatchObject({ state: 'live', daysLeft: 180 });
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

it('a token whose app Spotify refuses is suspect, is tried again, and is never expired', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept();
  bench.clock.time += 2 * hour;
  const invalidClient = {
    path: '/api/token',
    times: 99,
    status: 400,
    body: { error: 'invalid_client', error_description: 'Invalid client' },
  };
  bench.controls.answerNext(invalidClient);
  expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'invalid_client' });
  expect(await keeper.state()).toMatchObject({
    state: 'suspect',
    refusal: 'invalid_client',
    nextTryAt: bench.clock.now() + 15 * minute,
  });
  bench.clock.time += 200 * day;
  expect((await keeper.state()).state).toBe('suspect');
  bench.controls.forgetAnswers();
  bench.controls.moveClock({ advanceDays: -100 });
  expect(await keeper.accessToken()).toMatch(/./);
});

describe('a token is sent only for its own app, to its own accounts service', () => {
  it.each<[string, (keeper: TokenKeeper) => Promise<unknown>]>([
    ['was proved', (keeper) => keeper.prove()],
    ['had one that was forgotten', (keeper) => keeper.forget()],
  ])('but a store without a token, which %s for another service, takes any', async (_, use) => {
    const bench = keeperBench();
    const endpoints = { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'http://127.0.0.1:8889' };
    await use(bench.keeper({ endpoints, app: { clientId: 'another' } }));
    expect(await failureOf(() => bench.keeper().accessToken())).toMatchObject({ code: 'not_logged_in' });
    const { refreshToken } = await bench.consent();
    const keeper = bench.keeper({ seed: { refreshToken } });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await keeper.state()).toMatchObject({
      state: 'unknown',
      accountsUrl: 'https://accounts.spotify.com',
      clientId,
    });
  });

  it.each([
    ['accounts_url_mismatch', { endpoints: { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'http://127.0.0.1:8889' } }],
    ['client_id_mismatch', { app: { clientId: 'another' } }],
  ])('otherwise it fails with %s, and nothing is sent', async (code, options) => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 2 * hour;
    const detail = code === 'accounts_url_mismatch' ? 'https://accounts.spotify.com' : undefined;
    expect(await failureOf(() => bench.keeper(options).accessToken())).toMatchObject({ code, detail });
    expect(await failureOf(() => bench.keeper(options).refreshNow({ evenIfUncertain: true }))).toMatchObject({ code });
    expect(bench.refreshes).toHaveLength(0);
    expect((await bench.keeper(options).state()).clientId).toBe(clientId);
  });
});
