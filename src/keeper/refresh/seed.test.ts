import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import { day, hour, keeperBench, listener, start } from '../../../test/support/keeper/keeper-bench.ts';

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

  it.each([
    ['no dates', undefined, undefined, false],
    ['no date of its own', undefined, 0, false],
    ['an earlier consent', -100 * day, 0, false],
    ['the same consent', 0, 0, false],
    ['a later consent', 0, -100 * day, true],
  ])('with %s: its date %s, the stored one %s, taken: %s', async (_, own, stored, isTaken) => {
    const bench = keeperBench();
    const [first, second] = [await bench.consent(), await bench.consent()];
    const at = (offset: number | undefined) => (offset === undefined ? undefined : start + offset);
    const imported = { refreshToken: first.refreshToken, authorizedAt: at(stored) };
    await bench.keeper({ seed: imported }).accessToken();
    bench.clock.time += 2 * hour;
    const seeded = bench.keeper({ seed: { refreshToken: second.refreshToken, authorizedAt: at(own) } });
    expect((await seeded.state()).seedIgnored).toBe(!isTaken);
    await seeded.accessToken();
    expect(await bench.storedToken()).toBe(isTaken ? second.refreshToken : first.refreshToken);
  });

  it.each([
    ['rejected', false, 'refresh_token_suspect'],
    ['uncertain', true, 'refresh_token_in_doubt'],
  ])('replaces a token that is %s, also without a date', async (_, rotates, code) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates });
    if (rotates) bench.controls.answerNext({ fault: 'answer_lost', path: '/api/token' });
    else bench.controls.revoke({ token: (await bench.storedToken()) ?? '' });
    await expect(keeper.refreshNow()).rejects.toMatchObject({ code });
    const { refreshToken = '' } = await bench.consent();
    const { states, onChange } = listener();
    const seeded = bench.keeper({ seed: { refreshToken }, onChange });
    await seeded.refreshNow();
    expect(bench.refreshes.at(-1)?.refreshToken).toBe(refreshToken);
    expect(states.length).toBeGreaterThan(0);
  });

  it('that Spotify refuses gives way to the stored token, and both are reported', async () => {
    const bench = keeperBench();
    await bench.kept();
    const stored = await bench.storedToken();
    const { states, onChange } = listener();
    const authorizedAt = bench.clock.time + hour;
    bench.clock.time += 2 * hour;
    const keeper = bench.keeper({ seed: { refreshToken: 'AQ-refused', authorizedAt }, onChange });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(bench.refreshes.map(({ refreshToken }) => refreshToken)).toEqual(['AQ-refused', stored]);
    expect(states.map((state) => state.authorizedAt)).toEqual([
      authorizedAt,
      start,
      ...states.slice(2).map(() => start),
    ]);
    bench.clock.time += 2 * hour;
    await keeper.accessToken();
    expect(await bench.storedToken()).toBe(stored);
    expect(bench.refreshes).toHaveLength(3);
    // A later process says it too, until the next consent.
    const later = bench.keeper({ seed: { refreshToken: 'AQ-refused', authorizedAt } });
    expect(await later.state()).toMatchObject({ state: 'live', seedIgnored: true });
    expect(await bench.keeper({ seed: { refreshToken: stored } }).state()).toMatchObject({ seedIgnored: false });
    await later.adopt(await bench.consent());
    expect(await later.state()).toMatchObject({ seedIgnored: false });
  });

  it('is kept without the stored token after one refresh of it, and after a consent', async () => {
    for (const adopts of [false, true]) {
      const bench = keeperBench();
      await bench.kept();
      const stored = (await bench.storedToken()) ?? '';
      bench.clock.time += 2 * hour;
      const { refreshToken, authorizedAt } = await bench.consent();
      const keeper = bench.keeper({ seed: { refreshToken, authorizedAt } });
      await keeper.state();
      expect((await bench.store.read())?.record).toContain(stored);
      if (adopts) await keeper.adopt(await bench.consent());
      else await keeper.accessToken();
      expect((await bench.store.read())?.record).not.toContain(stored);
    }
  });

  it('waits while another process may get the next stored token', async () => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 2 * hour;
    const { refreshToken, authorizedAt } = await bench.consent();
    const stored = await bench.storedToken();
    bench.network = async (_, pass) => {
      bench.network = (__, next) => next();
      await bench.keeper({ seed: { refreshToken, authorizedAt } }).state();
      expect(await bench.storedToken()).toBe(stored);
      return pass();
    };
    await bench.keeper().accessToken();
    await bench.keeper({ seed: { refreshToken, authorizedAt } }).state();
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

  it('gets its date later, if the date becomes known', async () => {
    const bench = keeperBench();
    const { refreshToken, authorizedAt } = await bench.consent();
    await bench.keeper({ seed: { refreshToken } }).accessToken();
    expect(await bench.keeper({ seed: { refreshToken, authorizedAt } }).state()).toMatchObject({ authorizedAt });
    expect(await bench.keeper({ seed: { refreshToken, authorizedAt: 1.6e12 } }).state()).toMatchObject({
      authorizedAt,
    });
  });

  it('has an unknown expiry if its date is not valid', async () => {
    const bench = keeperBench();
    const { refreshToken } = await bench.consent();
    const seed = { refreshToken, authorizedAt: Date.parse('last summer') };
    await bench.keeper({ seed }).accessToken();
    expect((await bench.keeper({ seed }).state()).state).toBe('unknown');
  });
});
