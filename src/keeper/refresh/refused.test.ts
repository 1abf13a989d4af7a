import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import { clientId, day, hour, keeperBench, listener, minute } from '../../../test/support/keeper/keeper-bench.ts';

describe('a token that Spotify refuses before its six months are over', () => {
  it('is suspect, kept, and good again when Spotify says so', async () => {
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
  ])('for %s costs few requests, by however many processes', async (_, outage, most) => {
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

  it('is asked about at a person’s word, once a minute at most', async () => {
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

  it('serves its access token while that is valid', async () => {
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

describe('a token that Spotify refuses after its six months', () => {
  it('is expired, and nothing more is sent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 180 * day;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_expired' });
    bench.clock.time += 10 * day;
    expect(await failureOf(() => bench.keeper().accessToken())).toMatchObject({ code: 'refresh_token_expired' });
    expect(bench.refreshes).toHaveLength(1);
    expect(await keeper.state()).toMatchObject({ state: 'expired', daysLeft: 0, nextTryAt: undefined });
  });

  it('was no reason to stop before: the date alone ends nothing', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 183 * day;
    bench.controls.moveClock({ advanceDays: -10 });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await keeper.state()).toMatchObject({ state: 'expiring', daysLeft: 0 });
  });

  it('with no known day of consent, is expired 180 days after it was first seen here', async () => {
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

  it('is restarted by a new consent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 200 * day;
    await failureOf(() => keeper.accessToken());
    await keeper.adopt(await bench.consent());
    expect(await keeper.state()).toMatchObject({ state: 'live', daysLeft: 180 });
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

it('an app that Spotify refuses keeps its token, at the same times, and is never called expired', async () => {
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

describe('warnings', () => {
  it('come at 30, 14, 7 and 2 days, once each, over all processes', async () => {
    const bench = keeperBench();
    await bench.kept();
    const told: number[] = [];
    const onChange = ({ warned }: { warned?: number | undefined }, before: { warned?: number | undefined }) => {
      if (warned !== undefined && warned !== before.warned) told.push(warned);
    };
    let processes = Array.from({ length: 3 }, () => bench.keeper({ onChange }));
    for (let passed = 0; passed < 180; passed++) {
      for (const one of processes) await one.accessToken();
      if (passed % 50 === 0) processes = processes.map(() => bench.keeper({ onChange }));
      bench.clock.time += day;
    }
    expect(told).toEqual([30, 14, 7, 2]);
  });

  it('come even if nobody asks, and are asked of no timer that can’t count so far', async () => {
    const bench = keeperBench();
    const { told, onChange } = listener();
    const waits: number[] = [];
    const clock = {
      now: bench.clock.now,
      wait: (milliseconds: number, options: object) => {
        waits.push(milliseconds);
        return bench.clock.wait(milliseconds, options);
      },
    };
    const keeper = await bench.kept({ onChange, clock });
    const end = new AbortController();
    const watching = keeper.watch(end.signal);
    await bench.clock.pass(151 * day);
    expect(told.at(-1)).toMatchObject({ warned: 30, state: 'expiring', daysLeft: 29 });
    await bench.clock.pass(28 * day);
    const warnings = told.map(({ warned }) => warned).filter((days, at, all) => days && days !== all[at - 1]);
    expect(warnings).toEqual([30, 14, 7, 2]);
    end.abort();
    await watching;
    expect(bench.refreshes).toHaveLength(0);
    expect(Math.max(...waits)).toBeLessThan(2 ** 31);
  });

  it('of several that have passed, only the nearest comes', async () => {
    const bench = keeperBench();
    const { told, onChange } = listener();
    const { refreshToken = '' } = await bench.consent();
    const seed = { refreshToken, authorizedAt: bench.clock.now() - 175 * day };
    const keeper = bench.keeper({ seed, onChange });
    await keeper.state();
    await keeper.accessToken();
    expect(told.map(({ warned }) => warned).filter(Boolean)).toEqual([7]);
  });
});

describe('a token from the environment', () => {
  it('is taken in once, with its day of consent', async () => {
    const bench = keeperBench();
    const { refreshToken = '', authorizedAt } = await bench.consent();
    const keeper = bench.keeper({ seed: { refreshToken: ` ${refreshToken}\n`, authorizedAt } });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await keeper.state()).toMatchObject({ state: 'live', daysLeft: 180, authorizedAt });
  });

  it('yields to the stored one where the profile has had it, also when it has long been replaced', async () => {
    const bench = keeperBench();
    bench.controls.set({ rotatesRefreshTokens: true });
    const { refreshToken = '', authorizedAt } = await bench.consent();
    const seed = { refreshToken, authorizedAt };
    const handedOn: string[] = [];
    for (let deploys = 0; deploys < 5; deploys++) {
      const keeper = bench.keeper({ seed });
      await keeper.accessToken();
      handedOn.push((await keeper.secrets())?.refreshToken ?? '');
      bench.clock.time += 2 * hour;
    }
    expect(new Set(bench.refreshes.map((sent) => sent.refreshToken)).size).toBe(5);
    for (const rotated of handedOn) await bench.keeper({ seed: { refreshToken: rotated } }).accessToken();
    expect(bench.refreshes.map((sent) => sent.refreshToken)).toEqual([refreshToken, ...handedOn]);
  });

  it('wins where the profile never had it', async () => {
    const bench = keeperBench();
    await bench.kept();
    const { refreshToken = '' } = await bench.consent();
    bench.clock.time += 2 * hour;
    await bench.keeper({ seed: { refreshToken } }).accessToken();
    expect(bench.refreshes).toMatchObject([{ refreshToken }]);
    expect(await bench.storedToken()).toBe(refreshToken);
  });

  it('never comes back after a logout', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent();
    const seed = { refreshToken };
    await bench.keeper({ seed }).accessToken();
    await bench.keeper().forget();
    expect(await failureOf(() => bench.keeper({ seed }).accessToken())).toMatchObject({ code: 'not_logged_in' });
    expect(bench.refreshes).toHaveLength(1);
  });

  it('never comes back over a consent that was given while it was there, though it was never used', async () => {
    const bench = keeperBench();
    const seed = { refreshToken: 'AQ-dead-and-never-seen' };
    const consent = await bench.consent();
    await bench.keeper({ seed }).adopt(consent);
    expect(await bench.keeper({ seed }).accessToken()).toBe(consent.accessToken);
    expect(bench.refreshes).toEqual([]);
    const { refreshToken } = await bench.consent();
    await bench.keeper({ seed: { refreshToken } }).accessToken();
    expect(await bench.storedToken()).toBe(refreshToken);
  });

  it.each([
    ['a record that nobody can read', 'torn'],
    ['nothing', undefined],
  ])('is forgotten with %s that stood there', async (_, record) => {
    const bench = keeperBench();
    const { refreshToken } = await bench.consent();
    if (record) await bench.store.replace(record, undefined);
    const keeper = bench.keeper({ seed: { refreshToken } });
    await keeper.forget();
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'not_logged_in' });
    expect(bench.refreshes).toEqual([]);
  });

  it('needs a client ID, and a blank one is none', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper({ app: { clientId: ' ' }, seed: { refreshToken: 'AQ' } });
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'client_id_missing' });
    for (const refreshToken of [' ', undefined]) {
      const blank = bench.keeper({ seed: { refreshToken, authorizedAt: NaN } });
      expect(await failureOf(() => blank.accessToken())).toMatchObject({ code: 'not_logged_in' });
    }
  });

  it('has an unknown end where the date is no date', async () => {
    const bench = keeperBench();
    const { refreshToken } = await bench.consent();
    const seed = { refreshToken, authorizedAt: Date.parse('last summer') };
    await bench.keeper({ seed }).accessToken();
    expect((await bench.keeper({ seed }).state()).state).toBe('unknown');
  });
});

describe('a token goes to nobody but who gave it', () => {
  it.each([
    ['accounts_url_mismatch', { endpoints: { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'http://127.0.0.1:8889' } }],
    ['client_id_mismatch', { app: { clientId: 'another' } }],
  ])('%s', async (code, options) => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 2 * hour;
    expect(await failureOf(() => bench.keeper(options).accessToken())).toMatchObject({ code });
    expect(await failureOf(() => bench.keeper(options).refreshNow({ evenIfUncertain: true }))).toMatchObject({ code });
    expect(bench.refreshes).toHaveLength(0);
    expect((await bench.keeper(options).state()).clientId).toBe(clientId);
  });
});
