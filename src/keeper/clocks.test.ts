import { describe, expect, it } from 'vitest';
import { exchangeCode, memoryStore, TokenSet, type Clock, type TokenKeeper } from '../index.ts';
import { failureOf } from '../../test/support/failure-of.ts';
import { day, hour, keeperBench, minute, start, type KeeperBench } from '../../test/support/keeper/keeper-bench.ts';

/** The clock of another machine, this many milliseconds ahead of the bench's. */
const clockAhead = ({ clock }: KeeperBench, ahead: number): Clock => ({
  now: () => clock.now() + ahead,
  wait: (...args) => clock.wait(...args),
});

describe('two machines with one store, and clocks that are hours apart', () => {
  const cases = [2 * hour, -2 * hour, 12 * hour, -12 * hour].flatMap((ahead) =>
    ([false, true] as const).map((isNew) => ({ ahead, isNew })),
  );

  it.each(cases)('refresh about once an hour (%j; isNew: a new process for each call)', async ({ ahead, isNew }) => {
    const bench = keeperBench();
    await bench.kept();
    const clocks = [bench.clock, clockAhead(bench, ahead)];
    const keepers = clocks.map((clock) => bench.keeper({ clock }));
    for (let call = 0; call < 24; call++) {
      const keeper = isNew ? bench.keeper({ clock: clocks[call % 2] }) : keepers[call % 2];
      expect((await keeper?.fetch('/v1/me'))?.status).toBe(200);
      bench.clock.time += 2 * minute;
    }
    expect(bench.refreshes.length).toBeLessThanOrEqual(2);
  });

  it('do not use a token for longer than its lifetime since they first saw it', async () => {
    const bench = keeperBench();
    const late = await bench.kept();
    const early = bench.keeper({ clock: clockAhead(bench, 2 * hour) });
    const token = await early.accessToken();
    expect(await late.accessToken({ rejected: await late.accessToken() })).toBe(token);
    expect((await late.state()).accessTokenExpiresAt).toBe(bench.clock.now() + hour);
    bench.clock.time += 61 * minute;
    expect(await late.accessToken()).not.toBe(token);
  });

  it('do not believe a token from a clock that is more than a day ahead', async () => {
    const bench = keeperBench();
    await bench.kept();
    const wrong = bench.keeper({ clock: clockAhead(bench, 400 * day) });
    const token = await wrong.accessToken();
    expect(await bench.keeper().accessToken()).not.toBe(token);
  });
});

describe('a Web API that answers 401 for ever', () => {
  async function countRefreshes(pause: number, nextKeeper: (bench: KeeperBench, first: TokenKeeper) => TokenKeeper) {
    const bench = keeperBench();
    const first = await bench.kept();
    bench.network = async (request, pass) =>
      request.url.includes('/v1/') ? Response.json({ error: { status: 401 } }, { status: 401 }) : pass();
    for (let call = 0; call < 50; call++) {
      expect((await nextKeeper(bench, first).fetch('/v1/me')).status).toBe(401);
      bench.clock.time += pause;
    }
    return bench.refreshes.length;
  }
  const same = (_: KeeperBench, first: TokenKeeper) => first;
  const another = (bench: KeeperBench) => bench.keeper();

  it.each([
    ['50 calls at once', 0, same, 1],
    ['50 calls at once, each of a new process', 0, another, 1],
    ['a call every ten seconds', 10_000, same, 2],
    ['a call a minute', minute, same, 6],
    ['a call a minute, each of a new process', minute, another, 6],
  ] as const)('ends in the 401, and causes few refreshes (%s)', async (_, pause, nextKeeper, most) => {
    expect(await countRefreshes(pause, nextKeeper)).toBeLessThanOrEqual(most);
  });

  it('gives the rejection of a young token back, and refreshes an older one', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    const young = await keeper.accessToken();
    bench.clock.time += 59_000;
    expect(await failureOf(() => keeper.accessToken({ rejected: young }))).toMatchObject({
      code: 'access_token_expired',
    });
    bench.clock.time += 1000;
    expect(await keeper.accessToken({ rejected: young })).not.toBe(young);
    expect(bench.refreshes).toHaveLength(2);
  });
});

describe('a consent date from a wrong clock', () => {
  /** A consent on a machine whose clock is wrong. `date`: the answer's header. */
  async function consentAt(time: number, date?: string): Promise<TokenSet> {
    const bench = keeperBench();
    bench.clock.time = time;
    const exchange = await bench.startConsent();
    return exchangeCode({
      ...exchange,
      fetch: async (...args) => {
        const answer = await exchange.fetch(...args);
        if (date !== undefined) answer.headers.set('date', date);
        return answer;
      },
    });
  }

  it.each([
    ['400 days ahead', start + 400 * day],
    ['at 1970', 5 * minute],
    ['two days behind', start - 2 * day],
  ])('%s is replaced by the date of the answer', async (_, time) => {
    const { authorizedAt } = await consentAt(time, new Date(start).toUTCString());
    expect(authorizedAt).toBe(start);
  });

  it.each([
    ['a few hours apart', new Date(start + 20 * hour).toUTCString()],
    ['unreadable', 'today'],
    ['absent', undefined],
  ])('stays if the date of the answer is %s', async (_, date) => {
    expect((await consentAt(start, date)).authorizedAt).toBe(start);
  });

  it('is not believed in a record while it is in the future', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper();
    await keeper.adopt(await consentAt(start + 400 * day));
    const unknown = {
      state: 'unknown',
      authorizedAt: undefined,
      daysLeft: undefined,
      refreshTokenExpiresAt: undefined,
    };
    expect(await keeper.state()).toMatchObject(unknown);
    expect((await keeper.secrets())?.authorizedAt).toBeUndefined();
  });

  it('stays believed in a record, however old it is', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 3000 * day;
    expect(await keeper.state()).toMatchObject({ authorizedAt: start, daysLeft: 0 });
  });

  it('before 2020 is not saved, and one refusal is then not final', async () => {
    const bench = keeperBench();
    const tokens = await bench.consent();
    bench.clock.time = 5 * minute;
    const { accessToken, refreshToken } = tokens;
    const consent = { grant: tokens.grant, accessToken, refreshToken, authorizedAt: minute, obtainedAt: minute };
    await bench.keeper().adopt(new TokenSet(consent));
    bench.clock.time = start + hour;
    const keeper = bench.keeper();
    expect(await keeper.state()).toMatchObject({ state: 'unknown', authorizedAt: undefined });
    bench.controls.answerNext('refresh_token_called_revoked');
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_suspect' });
    bench.clock.time += hour;
    expect(await keeper.accessToken()).toMatch(/./);
  });

  it('does not make a remembered token win over a later login', async () => {
    let inner = memoryStore();
    const store = { read: () => inner.read(), replace: (text: string, at?: string) => inner.replace(text, at) };
    const bench = keeperBench(store);
    await bench.keeper({ clock: clockAhead(bench, 400 * day) }).adopt(await consentAt(start + 400 * day));
    const remembering = bench.keeper();
    await remembering.state();
    // The store has lost its record, and somebody logs in on a machine whose clock is right.
    inner = memoryStore();
    const consent = await bench.consent();
    await bench.keeper().adopt(consent);
    await remembering.state();
    expect(await bench.storedToken()).toBe(consent.refreshToken);
  });

  it('does not lose a login to a remembered token, if the answer had a date', async () => {
    let inner = memoryStore();
    const store = { read: () => inner.read(), replace: (text: string, at?: string) => inner.replace(text, at) };
    const bench = keeperBench(store);
    const remembering = await bench.kept();
    inner = memoryStore();
    bench.clock.time += hour;
    const consent = await consentAt(5 * minute, new Date(bench.clock.now()).toUTCString());
    await bench.keeper({ clock: clockAhead(bench, -bench.clock.now() + 5 * minute) }).adopt(consent);
    await remembering.state();
    expect(await bench.storedToken()).toBe(consent.refreshToken);
  });
});
