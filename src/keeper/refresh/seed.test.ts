import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import { hour, keeperBench } from '../../../test/support/keeper/keeper-bench.ts';

describe('the seed', () => {
  it('is saved once, with its date of consent', async () => {
    const bench = keeperBench();
    const { refreshToken = '', authorizedAt } = await bench.consent();
    const keeper = bench.keeper({ seed: { refreshToken: ` ${refreshToken}\n`, authorizedAt } });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await keeper.state()).toMatchObject({ state: 'live', daysLeft: 180, authorizedAt });
  });

  it('does not replace the stored token if the store has ever had it', async () => {
    const bench = keeperBench();
    bench.controls.set({ rotatesRefreshTokens: true });
    const { refreshToken = '', authorizedAt } = await bench.consent();
    const seed = { refreshToken, authorizedAt };
    const copies: string[] = [];
    for (let deploys = 0; deploys < 5; deploys++) {
      const keeper = bench.keeper({ seed });
      await keeper.accessToken();
      copies.push((await keeper.secrets())?.refreshToken ?? '');
      bench.clock.time += 2 * hour;
    }
    expect(new Set(bench.refreshes.map((sent) => sent.refreshToken)).size).toBe(5);
    for (const copy of copies) await bench.keeper({ seed: { refreshToken: copy } }).accessToken();
    expect(bench.refreshes.map((sent) => sent.refreshToken)).toEqual([refreshToken, ...copies]);
  });

  it('replaces the stored token if the store has never had it', async () => {
    const bench = keeperBench();
    await bench.kept();
    const { refreshToken = '' } = await bench.consent();
    bench.clock.time += 2 * hour;
    await bench.keeper({ seed: { refreshToken } }).accessToken();
    expect(bench.refreshes).toMatchObject([{ refreshToken }]);
    expect(await bench.storedToken()).toBe(refreshToken);
  });

  it('does not come back after a logout', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent();
    const seed = { refreshToken };
    await bench.keeper({ seed }).accessToken();
    await bench.keeper().forget();
    expect(await failureOf(() => bench.keeper({ seed }).accessToken())).toMatchObject({ code: 'not_logged_in' });
    expect(bench.refreshes).toHaveLength(1);
  });

  it('does not replace a consent that was adopted with it, although it was never used', async () => {
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

  it('does not replace a consent that was adopted in its place', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent();
    const consent = await bench.consent();
    await bench.keeper().adopt(consent, { replaces: [refreshToken, undefined] });
    expect(await bench.keeper({ seed: { refreshToken } }).accessToken()).toBe(consent.accessToken);
    expect(bench.refreshes).toEqual([]);
  });

  it.each([
    ['an unreadable record', 'torn'],
    ['no record', undefined],
  ])('does not come back after a logout with %s', async (_, record) => {
    const bench = keeperBench();
    const { refreshToken } = await bench.consent();
    if (record) await bench.store.replace(record, undefined);
    const keeper = bench.keeper({ seed: { refreshToken } });
    await keeper.forget();
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'not_logged_in' });
    expect(bench.refreshes).toEqual([]);
  });

  it('needs a client ID, and is ignored if it is blank', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper({ app: { clientId: ' ' }, seed: { refreshToken: 'AQ' } });
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'client_id_missing' });
    for (const refreshToken of [' ', undefined]) {
      const blank = bench.keeper({ seed: { refreshToken, authorizedAt: NaN } });
      expect(await failureOf(() => blank.accessToken())).toMatchObject({ code: 'not_logged_in' });
    }
  });

  it('has an unknown expiry if its date is not valid', async () => {
    const bench = keeperBench();
    const { refreshToken } = await bench.consent();
    const seed = { refreshToken, authorizedAt: Date.parse('last summer') };
    await bench.keeper({ seed }).accessToken();
    expect((await bench.keeper({ seed }).state()).state).toBe('unknown');
  });
});
