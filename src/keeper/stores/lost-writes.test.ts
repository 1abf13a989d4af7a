import { describe, expect, it } from 'vitest';
import { memoryStore, type TokenStore } from '../../index.ts';
import { failureOf } from '../../../test/support/failure-of.ts';
import { broken, claimantNamed, day, hour, keeperBench, minute } from '../../../test/support/keeper/keeper-bench.ts';

/** A store whose writes can fail, before or after they are done. */
function createFailingStore() {
  const inner = memoryStore();
  const trouble: { fails?: ((record: string) => 'written' | 'not written' | undefined) | undefined } = {};
  const store: TokenStore = {
    ...inner,
    async replace(record, version) {
      const how = trouble.fails?.(record);
      const isWritten = how === 'not written' ? false : await inner.replace(record, version);
      if (how) throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
      return isWritten;
    },
  };
  return { store, inner, trouble };
}

const isClaim = (record: string) => record.includes('"claim"');

describe('a claim whose write failed but was done', () => {
  it('blocks no process, since nothing was sent', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    trouble.fails = (record) => (isClaim(record) ? 'written' : undefined);
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'store_failed' });
    trouble.fails = undefined;
    bench.clock.time += minute;
    expect(await keeper.accessToken()).toMatch(/./);
    expect((await keeper.state()).state).toBe('live');
    expect(bench.refreshes).toHaveLength(1);
  });

  it('leaves no uncertainty, even if the process ends at once', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true, claimant: claimantNamed('one', { value: true }) });
    const next = bench.keeper({ claimant: claimantNamed('next', { value: false }) });
    bench.clock.time += 2 * hour;
    trouble.fails = (record) => (isClaim(record) ? 'written' : undefined);
    await failureOf(() => keeper.accessToken());
    trouble.fails = undefined;
    expect((await next.state()).state).toBe('live');
    expect(await next.accessToken()).toMatch(/./);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is removed for other processes, without another call', async () => {
    const { store, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true, claimant: claimantNamed('one', { value: true }) });
    const other = bench.keeper({ claimant: claimantNamed('other', { value: true }) });
    bench.clock.time += 2 * hour;
    trouble.fails = (record) => (isClaim(record) ? 'written' : 'not written');
    await failureOf(() => keeper.accessToken());
    trouble.fails = undefined;
    await bench.clock.pass(2 * minute);
    expect(await other.accessToken()).toMatch(/./);
    expect(bench.refreshes).toHaveLength(1);
  });
});

it('a read that started before a failed write does not count as a check for its claim', async () => {
  // A read that started before the write may end at any time after it.
  for (let moments = 0; moments < 12; moments++) {
    const { store, inner, trouble } = createFailingStore();
    const bench = keeperBench(store);
    let isSlow = false;
    let end = () => {};
    const slow: TokenStore = {
      async read() {
        const ended = isSlow && new Promise<void>((letGo) => (end = letGo));
        const stored = await inner.read();
        await ended;
        return stored;
      },
      replace: (...given) => store.replace(...given),
    };
    const keeper = await bench.kept({
      store: slow,
      rotates: true,
      claimant: claimantNamed('one', { value: true }),
    });
    const other = bench.keeper({ store: inner, claimant: claimantNamed('other', { value: true }) });
    await keeper.secrets();
    bench.clock.time += 2 * hour;
    isSlow = true;
    const looking = keeper.secrets();
    isSlow = false;
    trouble.fails = (record) => {
      if (!isClaim(record)) return undefined;
      void (async () => {
        for (let moment = 0; moment < moments; moment++) await undefined;
        end();
      })();
      return 'written';
    };
    await failureOf(() => keeper.accessToken());
    trouble.fails = undefined;
    await looking;
    await bench.clock.pass(2 * minute);
    expect(await other.accessToken(), `after ${moments} moments`).toMatch(/./);
  }
});

describe('an outcome that could not be saved', () => {
  it.each([
    ['a pause', 'rate_limited', async () => new Response('', { status: 429, headers: { 'retry-after': '600' } })],
    ['a refusal', 'refresh_token_suspect', async () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
    ['an uncertain token', 'refresh_token_in_doubt', async () => Promise.reject(broken('ECONNRESET'))],
  ])('%s is saved later, also if another process writes first', async (_, code, network) => {
    const { store, inner, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true, claimant: claimantNamed('one', { value: true }) });
    const other = bench.keeper({ store: inner, claimant: claimantNamed('other', { value: true }) });
    bench.clock.time += 2 * hour;
    trouble.fails = (record) => (isClaim(record) ? undefined : 'not written');
    bench.network = network;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code });
    await other.setAccount({ id: 'maya' });
    await other.setAccount({ id: 'maya', displayName: 'Maya' });
    trouble.fails = undefined;
    bench.network = (_request, pass) => pass();
    await bench.clock.pass(2 * minute);
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code });
    expect(await other.state()).toMatchObject({ unsaved: false, account: { displayName: 'Maya' } });
    expect(bench.refreshes).toHaveLength(1);
  });

  it('does not undo what other processes wrote meanwhile', async () => {
    const { store, inner, trouble } = createFailingStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true, claimant: claimantNamed('one', { value: true }) });
    const other = bench.keeper({ store: inner, claimant: claimantNamed('other', { value: true }) });
    bench.clock.time += 2 * hour;
    trouble.fails = (record) => (isClaim(record) ? undefined : 'not written');
    await keeper.accessToken();
    await other.setAccount({ id: 'maya' });
    trouble.fails = undefined;
    await bench.clock.pass(2 * minute);
    expect(await other.state()).toMatchObject({ account: { id: 'maya' }, restoredAt: undefined });
    expect(await bench.storedToken()).not.toBe(bench.refreshes[0]?.refreshToken);
  });
});

/** A store that can go back to an earlier record, as after a failover. */
function createForgetfulStore() {
  const inner = memoryStore();
  const past: string[] = [];
  let replica = 0;
  let standing: TokenStore = inner;
  const store: TokenStore = {
    read: () => standing.read(),
    async replace(record, version) {
      const isWritten = await standing.replace(record, version);
      if (isWritten) past.push(record);
      return isWritten;
    },
  };
  const loseWrites = async (count: number) => {
    const left = past.at(-1 - count);
    const other = memoryStore();
    for (let at = ++replica * 100; at > 0; at--) await other.replace('', (await other.read())?.version);
    if (left) await other.replace(left, (await other.read())?.version);
    standing = left ? other : memoryStore();
  };
  return { store, loseWrites };
}

describe('a store that lost writes', () => {
  it('keeps a claim that was made since', async () => {
    const { store, loseWrites } = createForgetfulStore();
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true, claimant: claimantNamed('one', { value: true }) });
    bench.clock.time += 2 * hour;
    for (let notes = 0; notes < 5; notes++) await keeper.setAccount({ id: String(notes) });
    await loseWrites(5);
    const other = bench.keeper({ claimant: claimantNamed('other', { value: true }) });
    let letGo = () => {};
    const gone = new Promise<void>((resolve) => (letGo = resolve));
    let arrived = () => {};
    const sent = new Promise<void>((resolve) => (arrived = resolve));
    bench.network = async (_, pass) => {
      arrived();
      await gone;
      return pass();
    };
    const first = other.accessToken();
    await sent;
    const second = keeper.accessToken();
    await keeper.state();
    letGo();
    expect(await second).toBe(await first);
    expect(bench.refreshes).toHaveLength(1);
  });

  it.each(['everything', 'a few writes'])(
    '%s: a consent given since wins over what a holder remembers',
    async (lost) => {
      const { store, loseWrites } = createForgetfulStore();
      const bench = keeperBench(store);
      const holder = await bench.kept({ rotates: true });
      for (let times = 0; times < 5; times++) await holder.refreshNow();
      await holder.adopt(await bench.consent());
      await holder.refreshNow();
      await loseWrites(lost === 'everything' ? 1000 : 8);
      bench.clock.time += day;
      const consent = await bench.consent();
      await bench.keeper().adopt(consent);
      await holder.state();
      expect(await bench.storedToken()).toBe(consent.refreshToken);
    },
  );

  it('keeps a consent that is newer than a lost logout', async () => {
    const { store, loseWrites } = createForgetfulStore();
    const bench = keeperBench(store);
    const holder = await bench.kept();
    await holder.setAccount({ id: 'maya' });
    await holder.forget();
    await loseWrites(2);
    bench.clock.time += day;
    const consent = await bench.consent();
    await bench.keeper().adopt(consent);
    expect((await holder.state()).state).toBe('live');
    expect(await bench.storedToken()).toBe(consent.refreshToken);
  });

  it('gets the newer record back also if an old seed was saved since', async () => {
    const { store, loseWrites } = createForgetfulStore();
    const bench = keeperBench(store);
    bench.controls.set({ rotatesRefreshTokens: true });
    const { refreshToken } = await bench.consent();
    const holder = bench.keeper({ seed: { refreshToken } });
    await holder.accessToken();
    const live = await bench.storedToken();
    await loseWrites(1000);
    bench.clock.time += day;
    await bench.keeper({ seed: { refreshToken } }).state();
    await holder.state();
    expect(await bench.storedToken()).toBe(live);
  });
});

it('a consent that replaces an unreadable record wins over the token that another keeper remembers', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept({ rotates: true });
  await keeper.refreshNow();
  await bench.store.replace('{', (await bench.store.read())?.version);
  const consent = await bench.consent();
  await keeper.adopt(consent);
  await keeper.state();
  expect(await bench.storedToken()).toBe(consent.refreshToken);
});

it('a store that refuses every write is an error, not an endless loop', async () => {
  const inner = memoryStore();
  let lies = false;
  const bench = keeperBench({ ...inner, replace: async (...given) => !lies && inner.replace(...given) });
  const keeper = await bench.kept();
  bench.clock.time += 2 * hour;
  lies = true;
  expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'store_failed' });
  expect(await failureOf(() => keeper.setAccount({ id: 'maya' }))).toMatchObject({ code: 'store_failed' });
});
