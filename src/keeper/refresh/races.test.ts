import { describe, expect, it } from 'vitest';
import { memoryStore, type TokenStore } from '../../index.ts';
import { failureOf } from '../../../test/support/failure-of.ts';
import {
  broken,
  claimantNamed,
  clientId,
  hour,
  keeperBench,
  minute,
} from '../../../test/support/keeper/keeper-bench.ts';

describe('a clock that jumps back', () => {
  it.each([true, false])('does not make others wait longer than the lease (rotates: %s)', async (rotates) => {
    const bench = keeperBench();
    await bench.kept({ rotates });
    bench.clock.time += 5 * hour;
    const one = bench.keeper({ claimant: claimantNamed('one', { value: true }) });
    const other = bench.keeper({ claimant: claimantNamed('other', { value: true }) });
    let arrived = () => {};
    const sent = new Promise<void>((resolve) => (arrived = resolve));
    bench.network = async () => {
      bench.network = (_, pass) => pass();
      arrived();
      return new Promise<never>(() => {});
    };
    void one.accessToken();
    await sent;
    await other.state();
    bench.clock.time -= 3 * hour;
    const began = bench.clock.time;
    await other.accessToken().catch(() => {});
    expect(bench.clock.time - began).toBeLessThan(minute);
  });

  it('does not make a short pause long', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 5 * hour;
    bench.network = async () => Promise.reject(broken('ECONNREFUSED'));
    await failureOf(() => keeper.accessToken());
    bench.network = (_, pass) => pass();
    bench.clock.time -= 2 * hour;
    const began = bench.clock.time;
    expect(await keeper.accessToken()).toMatch(/./);
    expect(bench.clock.time - began).toBeLessThan(minute);
  });

  it('does not stop a forced refresh', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 5 * hour;
    bench.controls.answerNext({ path: '/api/token', status: 400, body: { error: 'invalid_grant' } });
    await failureOf(() => keeper.accessToken());
    bench.clock.time -= hour;
    await bench.keeper().refreshNow();
    expect((await keeper.state()).state).toBe('live');
  });
});

/** A store that runs a hook before a write. */
function storeWith(hooks: { beforeReplace?: (() => Promise<unknown>) | undefined }) {
  const inner = memoryStore();
  const store: TokenStore = {
    ...inner,
    async replace(...args) {
      const { beforeReplace } = hooks;
      hooks.beforeReplace = undefined;
      await beforeReplace?.();
      return inner.replace(...args);
    },
  };
  return { store, inner };
}

describe('secrets()', () => {
  it('does not return a token that another process replaces at the same time', async () => {
    const hooks: Parameters<typeof storeWith>[0] = {};
    const { store, inner } = storeWith(hooks);
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    const other = bench.keeper({ store: inner });
    hooks.beforeReplace = () => other.refreshNow();
    expect((await keeper.secrets())?.refreshToken).toBe(await bench.storedToken());
  });

  it('returns nothing if another process forgets the token at the same time', async () => {
    const hooks: Parameters<typeof storeWith>[0] = {};
    const { store, inner } = storeWith(hooks);
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    hooks.beforeReplace = () => bench.keeper({ store: inner }).forget();
    expect(await keeper.secrets()).toBeUndefined();
  });
});

describe('a tombstone', () => {
  it('takes no account and no note', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    await bench.keeper().forget();
    await keeper.setAccount({ id: 'maya' });
    await keeper.note('copied to', 'maya/site');
    expect((await bench.store.read())?.record).not.toContain('maya');
  });

  it('is reported to a caller whose access token was rejected before', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const rejected = await keeper.accessToken();
    await keeper.accessToken({ rejected });
    await keeper.forget();
    expect(await failureOf(() => keeper.accessToken({ rejected }))).toMatchObject({ code: 'not_logged_in' });
    await bench.keeper().adopt(await bench.consent());
    expect(await keeper.accessToken({ rejected })).toMatch(/./);
  });
});

it('a seed for another accounts service does not replace the stored token', async () => {
  const bench = keeperBench();
  await bench.kept();
  const stored = await bench.storedToken();
  const elsewhere = { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'http://127.0.0.1:8889' };
  const keeper = bench.keeper({ seed: { refreshToken: 'AQ-practice' }, endpoints: elsewhere });
  expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'accounts_url_mismatch' });
  expect(await keeper.state()).toMatchObject({ state: 'live', clientId });
  expect(await bench.storedToken()).toBe(stored);
  expect(bench.refreshes).toHaveLength(0);
});

describe('a valid access token is returned', () => {
  it('if the client secret is missing', async () => {
    const bench = keeperBench();
    const consent = await bench.consent('authorization_code');
    await bench.keeper().adopt(consent);
    bench.clock.time += 59.5 * minute;
    expect(await bench.keeper().accessToken()).toBe(consent.accessToken);
  });

  it('if the store can be read but not written', async () => {
    let isFull = false;
    const inner = memoryStore();
    const replace: TokenStore['replace'] = async (...args) =>
      isFull ? Promise.reject(new Error('ENOSPC')) : inner.replace(...args);
    const bench = keeperBench({ ...inner, replace });
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    isFull = true;
    expect(await bench.keeper().accessToken()).toBe(token);
  });

  it('if the record becomes unreadable', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    await bench.store.replace('{', (await bench.store.read())?.version);
    expect(await keeper.accessToken()).toBe(token);
    bench.clock.time += minute;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'record_corrupt' });
  });

  it('while a forced refresh fails', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    const fresh = bench.keeper();
    bench.controls.answerNext({ path: '/api/token', status: 400, body: { error: 'invalid_grant' } });
    const trying = failureOf(() => fresh.refreshNow());
    await Promise.resolve();
    expect(await fresh.accessToken()).toBe(token);
    expect(await trying).toMatchObject({ code: 'refresh_token_suspect' });
  });
});

describe('an outage', () => {
  it('does not make a call wait while other processes try and fail', async () => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 2 * hour;
    // At each read, another process has just failed and set a short pause.
    const store: TokenStore = {
      ...bench.store,
      async read() {
        const stored = await bench.store.read();
        const record = JSON.parse(stored?.record ?? '') as { token: object };
        const since = bench.clock.now();
        const pause = { since, at: since + 2000, code: 'network' };
        return { version: '1', record: JSON.stringify({ ...record, token: { ...record.token, pause } }) };
      },
    };
    const began = bench.clock.now();
    expect(await failureOf(() => bench.keeper({ store }).accessToken())).toMatchObject({ code: 'network' });
    expect(bench.clock.now() - began).toBeLessThan(minute);
    expect(bench.refreshes).toHaveLength(0);
  });

  it('is reported at once by the next call, which sends nothing', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => new Response('', { status: 503 });
    await failureOf(() => keeper.accessToken());
    const began = bench.clock.now();
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'spotify_unavailable' });
    expect(bench.clock.now()).toBe(began);
  });
});
